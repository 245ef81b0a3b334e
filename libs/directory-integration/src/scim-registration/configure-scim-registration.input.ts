import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class ScimBasicAuthenticationInput {
  @Field(() => String) userName!: string;
  @Field(() => String) password!: string;
}

@InputType()
export class ScimClientCredentialsInput {
  @Field(() => String, {
    description: 'Takes the client credentials grant, with the secret by HTTP Basic (RFC 6749 §2.3.1).',
  })
  tokenEndpoint!: string;

  @Field(() => String) clientId!: string;
  @Field(() => String) clientSecret!: string;
  @Field(() => String, { nullable: true }) scope?: string | null;
}

@InputType({ description: 'Exactly one of them.' })
export class ScimAuthenticationInput {
  @Field(() => String, { nullable: true }) bearerToken?: string | null;
  @Field(() => ScimBasicAuthenticationInput, { nullable: true }) basic?: ScimBasicAuthenticationInput | null;
  @Field(() => ScimClientCredentialsInput, { nullable: true }) clientCredentials?: ScimClientCredentialsInput | null;
}

@InputType()
export class ConfigureScimRegistrationInput {
  @Field(() => ID)
  integrationId!: string;

  @Field(() => String, { description: 'Base URL of the SCIM 2.0 server: what /Users is appended to.' })
  baseUrl!: string;

  @Field(() => ScimAuthenticationInput, {
    nullable: true,
    description: 'Required at first and with a new base URL; kept when left out.',
  })
  authentication?: ScimAuthenticationInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'URN of the schema extension of users that has the attribute. Required at first.',
  })
  extension?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the boolean attribute; defaults to byndidRegistered.' })
  attribute?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Defaults to true. While off nothing is written: what was true stays true; changes are remembered.',
  })
  enabled?: boolean | null;
}
