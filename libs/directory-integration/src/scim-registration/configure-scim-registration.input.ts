import { Field, ID, InputType } from '@nestjs/graphql';
import { IsInput, withoutBearer } from '@rollcall/platform';
import { IsOptional, Matches } from 'class-validator';
import { IsCredential, IsExtension, IsScimAttribute, IsScope } from './scim-input.js';

@InputType()
export class ScimBasicAuthenticationInput {
  /** A colon is not allowed, because it marks the end of the user-id (RFC 7617 §2). */
  @IsCredential()
  @Matches(/^[^:]*$/, { message: 'A user name holds no colon.' })
  @Field(() => String)
  userName!: string;

  @IsCredential()
  @Field(() => String)
  password!: string;
}

@InputType()
export class ScimClientCredentialsInput {
  @Field(() => String, {
    description: 'Takes the client credentials grant, with the secret by HTTP Basic (RFC 6749 §2.3.1).',
  })
  tokenEndpoint!: string;

  @IsCredential()
  @Field(() => String)
  clientId!: string;

  @IsCredential()
  @Field(() => String)
  clientSecret!: string;

  @IsScope()
  @Field(() => String, { nullable: true })
  scope?: string | null;
}

@InputType({ description: 'Exactly one of them.' })
export class ScimAuthenticationInput {
  @IsOptional()
  @IsCredential(withoutBearer)
  @Field(() => String, { nullable: true })
  bearerToken?: string | null;

  @IsInput(ScimBasicAuthenticationInput)
  @Field(() => ScimBasicAuthenticationInput, { nullable: true })
  basic?: ScimBasicAuthenticationInput | null;

  @IsInput(ScimClientCredentialsInput)
  @Field(() => ScimClientCredentialsInput, { nullable: true })
  clientCredentials?: ScimClientCredentialsInput | null;
}

@InputType()
export class ConfigureScimRegistrationInput {
  @Field(() => ID)
  integrationId!: string;

  @Field(() => String, { description: 'Base URL of the SCIM 2.0 server: what /Users is appended to.' })
  baseUrl!: string;

  @IsInput(ScimAuthenticationInput)
  @Field(() => ScimAuthenticationInput, {
    nullable: true,
    description: 'Required at first and with a new base URL; kept when left out.',
  })
  authentication?: ScimAuthenticationInput | null;

  @IsExtension()
  @Field(() => String, {
    nullable: true,
    description: 'URN of the schema extension of users that has the attribute. Required at first.',
  })
  extension?: string | null;

  @IsScimAttribute()
  @Field(() => String, { nullable: true, description: 'Name of the boolean attribute; defaults to byndidRegistered.' })
  attribute?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Defaults to true. While off nothing is written: what was true stays true; changes are remembered.',
  })
  enabled?: boolean | null;
}
