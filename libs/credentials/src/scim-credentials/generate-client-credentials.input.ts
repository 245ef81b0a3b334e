import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class GenerateClientCredentialsInput {
  @Field(() => ID)
  integrationId!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;
}
