import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { type AuditEventRow, connectionOf } from '@rollcall/platform';

@ObjectType({ description: 'Who did what, when. Never holds a secret.' })
export class AuditEvent {
  @Field(() => ID) id!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field(() => String) actorType!: string;
  @Field(() => String) actorName!: string;
  @Field(() => String) action!: string;
  @Field(() => ID, { nullable: true }) integrationId!: string | null;
  @Field(() => String, { nullable: true }) subjectType!: string | null;
  @Field(() => ID, { nullable: true }) subjectId!: string | null;
  @Field(() => String, { description: 'What changed, as JSON.' }) detail!: string;
  @Field(() => String, { nullable: true }) requestId!: string | null;
}

export const AuditEventConnection = connectionOf(AuditEvent);

export function toAuditEvent(row: AuditEventRow): AuditEvent {
  return {
    id: row.id,
    at: row.at,
    actorType: row.actor_type,
    actorName: row.actor_name,
    action: row.action,
    integrationId: row.integration_id,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    detail: JSON.stringify(row.detail),
    requestId: row.request_id,
  };
}
