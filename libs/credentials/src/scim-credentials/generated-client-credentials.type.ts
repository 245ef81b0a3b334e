import { Field, ObjectType } from '@nestjs/graphql';
import { ScimCredential } from './scim-credential.type.js';

@ObjectType()
export class GeneratedClientCredentials {
  @Field(() => String)
  clientId!: string;

  @Field(() => String, { description: 'It cannot be viewed again.' })
  clientSecret!: string;

  @Field(() => String)
  tokenEndpoint!: string;

  @Field(() => String)
  scimUrl!: string;

  @Field(() => ScimCredential)
  credential!: ScimCredential;
}
