import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class GenerateBearerTokenInput {
  @Field(() => ID)
  integrationId!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Seconds; never expires when left out.' })
  expiresIn?: number | null;
}
