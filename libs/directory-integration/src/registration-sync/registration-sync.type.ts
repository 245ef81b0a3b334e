import { Field, GraphQLISODateTime, HideField, ObjectType } from '@nestjs/graphql';
import { OktaAuthMode } from './okta-auth-mode.js';
import type { RegistrationSyncSettings } from './registration-sync-settings.js';

@ObjectType({ description: 'How registrations are written to Okta. The API token is never shown.' })
export class RegistrationSync {
  /** For the field resolvers of libraries above. */
  @HideField()
  integrationId!: string;

  @Field(() => String)
  oktaDomain!: string;

  @Field(() => String, { description: "Variable name of the boolean attribute in Okta's user profile." })
  attribute!: string;

  @Field(() => Boolean)
  enabled!: boolean;

  @Field(() => OktaAuthMode)
  authMode!: OktaAuthMode;

  @Field(() => GraphQLISODateTime, { nullable: true })
  lastWriteAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why nothing is written at present; the queue is kept.' })
  pausedReason!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  pausedAt!: Date | null;
}

export function toRegistrationSync(settings: RegistrationSyncSettings): RegistrationSync {
  const { integrationId, oktaDomain, attribute, enabled, authMode, lastWriteAt, pausedReason, pausedAt } = settings;
  return { integrationId, oktaDomain, attribute, enabled, authMode, lastWriteAt, pausedReason, pausedAt };
}
