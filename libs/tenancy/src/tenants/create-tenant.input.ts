import { Field, InputType } from '@nestjs/graphql';
import { IsName } from '../input/require-name.js';

@InputType()
export class CreateTenantInput {
  @IsName()
  @Field(() => String)
  name!: string;
}
