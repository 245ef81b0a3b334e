import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnrollmentLifetime } from '../enrollments/enrollment-lifetime.js';
import { EXPIRES_IN } from './create-enrollment.input.js';
import { OpenLinks } from './enrollment-batch.type.js';

@InputType()
export class CreateEnrollmentsInput {
  @Field(() => ID) integrationId!: string;
  @Field(() => ID, { nullable: true, description: 'Members of this group only.' }) groupId?: string | null;
  @IsEnrollmentLifetime()
  @Field(() => Int, { nullable: true, description: EXPIRES_IN })
  expiresIn?: number | null;
  @Field(() => OpenLinks, { defaultValue: OpenLinks.KEEP }) openLinks!: OpenLinks;
}
