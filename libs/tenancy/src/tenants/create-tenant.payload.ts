import { Field, ObjectType } from '@nestjs/graphql';
import { Tenant } from './tenant.type.js';

@ObjectType()
export class CreateTenantPayload {
  @Field(() => Tenant)
  tenant!: Tenant;

  @Field(() => String, { description: 'Token of the first OWNER. It cannot be viewed again.' })
  adminToken!: string;
}
