import { Field, ID, InputType } from '@nestjs/graphql';
import { BlankAsNull } from '@rollcall/platform';
import { IsName } from '@rollcall/tenancy';
import { IsOptional } from 'class-validator';

@InputType()
export class GenerateClientCredentialsInput {
  @Field(() => ID)
  integrationId!: string;

  @BlankAsNull()
  @IsOptional()
  @IsName()
  @Field(() => String, { nullable: true })
  name?: string | null;
}
