import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class CreateEnrollmentInput {
  @Field(() => ID) identityId!: string;
  @Field(() => Int, { nullable: true, description: 'Seconds, 60 to 2592000 (30 days); seven days when left out.' })
  expiresIn?: number | null;
}
