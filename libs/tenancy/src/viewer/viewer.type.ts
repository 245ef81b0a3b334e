import { Field, ObjectType } from '@nestjs/graphql';
import { AdminRole } from '../access/admin-role.js';
import { Tenant } from '../tenants/tenant.type.js';

@ObjectType({ description: 'Who asks.' })
export class Viewer {
  @Field(() => Tenant)
  tenant!: Tenant;

  @Field(() => String, { description: 'Name of the admin token, or of the root administrator.' })
  name!: string;

  @Field(() => AdminRole)
  role!: AdminRole;
}
