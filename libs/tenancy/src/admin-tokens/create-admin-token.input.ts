import { Field, InputType, Int } from '@nestjs/graphql';
import { AdminRole } from '../access/admin-role.js';

@InputType()
export class CreateAdminTokenInput {
  @Field(() => String)
  name!: string;

  @Field(() => AdminRole)
  role!: AdminRole;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds; never expires when left out. A token expires no later than the one that creates it.',
  })
  expiresIn?: number | null;
}
