import { ArgsType, Field, GraphQLISODateTime, ID } from '@nestjs/graphql';
import { type AuditAction, PageArgs } from '@rollcall/platform';
import { AuditActionEnum } from './audit-action.enum.js';

@ArgsType()
export class AuditEventsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  integrationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this action only, such as passkey.revoked.' })
  action?: string | null;

  @Field(() => [AuditActionEnum], { nullable: true, description: 'Of these kinds only.' })
  actions?: AuditAction[] | null;

  @Field(() => String, { nullable: true, description: "Part of the actor's name, in any letter case." })
  actor?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this identity, its passkeys and its enrollments.' })
  identityId?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'At this time or later.' })
  since?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Before this time.' })
  until?: Date | null;
}
