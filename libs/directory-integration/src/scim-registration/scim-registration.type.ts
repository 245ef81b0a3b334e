import { Field, ObjectType } from '@nestjs/graphql';
import type { RegistrationSyncSettings } from '../registration-sync/registration-sync-settings.js';
import { ScimAuthenticationType } from '../registration-sync/scim-authentication-type.js';

@ObjectType({ description: 'The SCIM server that registrations are written to. Its secret is never shown.' })
export class ScimRegistration {
  @Field(() => String)
  baseUrl!: string;

  @Field(() => String, { description: 'URN of the schema extension that has the attribute.' })
  extension!: string;

  @Field(() => String)
  attribute!: string;

  @Field(() => Boolean)
  enabled!: boolean;

  @Field(() => ScimAuthenticationType)
  authentication!: ScimAuthenticationType;

  @Field(() => String, { nullable: true, description: 'Of BASIC.' })
  userName!: string | null;

  @Field(() => String, { nullable: true, description: 'Of CLIENT_CREDENTIALS.' })
  tokenEndpoint!: string | null;

  @Field(() => String, { nullable: true, description: 'Of CLIENT_CREDENTIALS.' })
  clientId!: string | null;

  @Field(() => String, { nullable: true, description: 'Of CLIENT_CREDENTIALS.' })
  scope!: string | null;
}

/** Null if the target is an Okta org. */
export function toScimRegistration({ scim, attribute, enabled }: RegistrationSyncSettings): ScimRegistration | null {
  if (!scim) return null;
  const { baseUrl, extension, authentication, userName, tokenEndpoint, clientId, scope } = scim;
  return {
    baseUrl,
    extension,
    attribute,
    enabled,
    authentication,
    userName: userName ?? null,
    tokenEndpoint: tokenEndpoint ?? null,
    clientId: clientId ?? null,
    scope: scope ?? null,
  };
}
