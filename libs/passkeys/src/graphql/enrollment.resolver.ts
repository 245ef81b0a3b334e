import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { EnrollmentService } from '../enrollments/enrollment.service.js';
import { CreateEnrollmentInput } from './create-enrollment.input.js';
import { Enrollment } from './enrollment.type.js';
import { OpenEnrollment, toOpenEnrollment } from './open-enrollment.type.js';

@Resolver(() => Enrollment)
export class EnrollmentResolver {
  constructor(private readonly enrollments: EnrollmentService) {}

  @Mutation(() => Enrollment, { description: 'A new enrollment link; earlier open links of the identity end.' })
  @RequireRole(AdminRole.OPERATOR)
  createEnrollment(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => CreateEnrollmentInput }) input: CreateEnrollmentInput,
  ): Promise<Enrollment> {
    return this.enrollments.createEnrollment(admin, input);
  }

  @Mutation(() => OpenEnrollment, { description: 'Takes back a link that was not used yet.' })
  @RequireRole(AdminRole.OPERATOR)
  async cancelEnrollment(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<OpenEnrollment> {
    return toOpenEnrollment(await this.enrollments.cancelEnrollment(admin, id));
  }
}
