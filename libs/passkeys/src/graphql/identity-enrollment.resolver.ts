import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Identity } from '@rollcall/directory';
import { type Admin, CurrentAdmin } from '@rollcall/tenancy';
import { OpenEnrollment, toOpenEnrollment } from './open-enrollment.type.js';
import { OpenEnrollmentsLoader } from './open-enrollments-loader.js';

@Resolver(() => Identity)
export class IdentityEnrollmentResolver {
  constructor(private readonly loader: OpenEnrollmentsLoader) {}

  @ResolveField(() => OpenEnrollment, { nullable: true, description: 'The link that may still be used; at most one.' })
  async openEnrollment(
    @CurrentAdmin() admin: Admin,
    @Parent() { id }: Identity,
    @Context() context: object,
  ): Promise<OpenEnrollment | null> {
    const row = await this.loader.load(context, admin, id);
    return row ? toOpenEnrollment(row) : null;
  }
}
