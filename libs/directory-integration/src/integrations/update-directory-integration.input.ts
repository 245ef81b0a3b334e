import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class UpdateDirectoryIntegrationInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;
}
