import { Field, Float, GraphQLISODateTime, HideField, ObjectType } from '@nestjs/graphql';
import { OktaAuthMode } from './okta-auth-mode.js';
import type { RegistrationSyncSettings } from './registration-sync-settings.js';

@ObjectType({
  description:
    'How registrations are written to the target, which is an Okta org or a SCIM server. Secrets are never shown.',
})
export class RegistrationSync {
  /** For field resolvers in other libraries. */
  @HideField()
  integrationId!: string;

  @Field(() => String, {
    description: 'What is written to: the Okta domain, or the base URL of a SCIM server without its scheme.',
  })
  oktaDomain!: string;

  @Field(() => String, {
    description: "Variable name of the boolean attribute in Okta's user profile, or its name in the SCIM extension.",
  })
  attribute!: string;

  @Field(() => Boolean)
  enabled!: boolean;

  @Field(() => OktaAuthMode, { description: 'For a SCIM server, see scimRegistration.authentication.' })
  authMode!: OktaAuthMode;

  @Field(() => Float, {
    description:
      'The share of registered people that the directory may deactivate or delete within an hour before the rest is held for approval. At least ten people; 0 holds all, 1 none.',
  })
  maxDirectoryChangeRatio!: number;

  @Field(() => GraphQLISODateTime, { nullable: true })
  lastWriteAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why nothing is written at present; the queue is kept.' })
  pausedReason!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  pausedAt!: Date | null;
}

export function toRegistrationSync(settings: RegistrationSyncSettings): RegistrationSync {
  const { integrationId, oktaDomain, attribute, enabled, authMode, maxDirectoryChangeRatio } = settings;
  const { lastWriteAt, pausedReason, pausedAt } = settings;
  return {
    integrationId,
    oktaDomain,
    attribute,
    enabled,
    authMode,
    maxDirectoryChangeRatio,
    lastWriteAt,
    pausedReason,
    pausedAt,
  };
}
