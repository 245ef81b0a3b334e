import { Field, GraphQLISODateTime, HideField, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PublishedKey } from '../keys/sign-in-keys.js';
import type { SignInSecretRow } from '../settings/sign-in-secret.row.js';
import { endpointsOf, type SignInSettings } from '../settings/sign-in-settings.js';

export enum SignInKeyPhase {
  PUBLISHED = 'PUBLISHED',
  SIGNING = 'SIGNING',
  RETIRED = 'RETIRED',
}

registerEnumType(SignInKeyPhase, {
  name: 'SignInKeyPhase',
  valuesMap: {
    PUBLISHED: { description: 'In the JWKS; signs from `signsAt` on.' },
    SIGNING: { description: 'Signs ID tokens.' },
    RETIRED: { description: 'Signs no more; stays in the JWKS until its tokens are over.' },
  },
});

@ObjectType({ description: 'A key that signs ID tokens.' })
export class SignInKey {
  @Field(() => String) kid!: string;
  @Field(() => SignInKeyPhase) phase!: SignInKeyPhase;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime) signsAt!: Date;
}

@ObjectType({ description: 'A client secret; the secret itself is never shown again.' })
export class SignInSecret {
  @Field(() => ID) id!: string;
  @Field(() => String) lastFour!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) revokedAt!: Date | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether Okta was given this client secret last; null when it was entered by hand, so that Rollcall cannot know.',
  })
  heldByOkta!: boolean | null;
}

@ObjectType({
  description: 'The OpenID provider of an integration, where Okta sends people who sign in with a passkey.',
})
export class SignIn {
  /** Not in the schema. The field resolvers of this library use it. */
  @HideField() integrationId!: string;
  @Field(() => Boolean) enabled!: boolean;
  @Field(() => String) issuer!: string;
  @Field(() => String) clientId!: string;
  @Field(() => [String], { description: 'Compared exactly.' }) redirectUris!: string[];
  @Field(() => String) authorizationEndpoint!: string;
  @Field(() => String) tokenEndpoint!: string;
  @Field(() => String) jwksUri!: string;
  @Field(() => String) userinfoEndpoint!: string;
  @Field(() => Boolean, { description: 'The client authenticates with its own key pair instead of a client secret.' })
  privateKeyJwt!: boolean;
}

@ObjectType()
export class EnabledSignIn {
  @Field(() => SignIn) signIn!: SignIn;
  @Field(() => String, { description: 'It cannot be viewed again.' }) clientSecret!: string;
}

export function toSignIn({
  integrationId,
  enabled,
  issuer,
  clientId,
  redirectUris,
  clientJwks,
}: SignInSettings): SignIn {
  const endpoints = endpointsOf(issuer);
  return {
    integrationId,
    enabled,
    issuer,
    clientId,
    redirectUris,
    authorizationEndpoint: endpoints.authorization,
    tokenEndpoint: endpoints.token,
    jwksUri: endpoints.jwks,
    userinfoEndpoint: endpoints.userinfo,
    privateKeyJwt: clientJwks !== null,
  };
}

export function toSignInSecret(
  { id, last_four, created_at, revoked_at }: SignInSecretRow,
  heldByOkta: boolean | null,
): SignInSecret {
  return { id, lastFour: last_four, createdAt: created_at, revokedAt: revoked_at, heldByOkta };
}

export function toSignInKey({ kid, phase, createdAt, signsAt }: PublishedKey): SignInKey {
  return { kid, phase: phase === 'OVER' ? SignInKeyPhase.RETIRED : SignInKeyPhase[phase], createdAt, signsAt };
}
