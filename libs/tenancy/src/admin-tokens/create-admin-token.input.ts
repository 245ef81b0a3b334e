import { Field, InputType, Int } from '@nestjs/graphql';
import { AdminRole } from '../access/admin-role.js';
import { IsLifetime } from '../input/expiry-after.js';
import { IsName } from '../input/require-name.js';

@InputType()
export class CreateAdminTokenInput {
  @IsName()
  @Field(() => String)
  name!: string;

  @Field(() => AdminRole)
  role!: AdminRole;

  @IsLifetime()
  @Field(() => Int, {
    nullable: true,
    description: 'Seconds; never expires when left out. A token expires no later than the one that creates it.',
  })
  expiresIn?: number | null;
}
