import { Field, ObjectType } from '@nestjs/graphql';
import { ScimCredential } from './scim-credential.type.js';

@ObjectType()
export class GeneratedBearerToken {
  @Field(() => String, { description: 'It cannot be viewed again.' })
  token!: string;

  @Field(() => String)
  scimUrl!: string;

  @Field(() => ScimCredential)
  credential!: ScimCredential;
}
