import { Field, ObjectType } from '@nestjs/graphql';
import { AdminToken } from './admin-token.type.js';

@ObjectType()
export class CreateAdminTokenPayload {
  @Field(() => String, { description: 'It cannot be viewed again.' })
  token!: string;

  @Field(() => AdminToken)
  adminToken!: AdminToken;
}
