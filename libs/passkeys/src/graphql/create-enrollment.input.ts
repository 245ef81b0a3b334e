import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnrollmentLifetime } from '../enrollments/enrollment-lifetime.js';

/** Description of `expiresIn`. */
export const EXPIRES_IN = 'Seconds, 60 to 2592000 (30 days); seven days when left out.';

@InputType()
export class CreateEnrollmentInput {
  @Field(() => ID) identityId!: string;
  @IsEnrollmentLifetime()
  @Field(() => Int, { nullable: true, description: EXPIRES_IN })
  expiresIn?: number | null;
}
