import { Field, ID, InputType } from '@nestjs/graphql';
import { IsName } from '@rollcall/tenancy';
import { IsOptional } from 'class-validator';

@InputType()
export class UpdateDirectoryIntegrationInput {
  @Field(() => ID)
  id!: string;

  @IsOptional()
  @IsName()
  @Field(() => String, { nullable: true })
  name?: string | null;
}
