import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DirectoryIntegration } from '@rollcall/directory-integration';
import { AppConfig } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { SelfEnrollments } from '../self-enrollment/self-enrollments.js';
import { ConfigureSelfEnrollmentInput, SelfEnrollment, toSelfEnrollment } from './self-enrollment.type.js';
import { SignInLoaders } from './sign-in-loaders.js';

@Resolver(() => DirectoryIntegration)
export class SelfEnrollmentResolver {
  constructor(
    private readonly settings: SelfEnrollments,
    private readonly loaders: SignInLoaders,
    private readonly config: AppConfig,
  ) {}

  @ResolveField(() => SelfEnrollment)
  async selfEnrollment(
    @CurrentAdmin() admin: Admin,
    @Context('req') request: object,
    @Parent() { id }: DirectoryIntegration,
  ): Promise<SelfEnrollment> {
    const row = await this.loaders.of(request, admin.tenantId).selfEnrollment.load(id);
    return toSelfEnrollment(row, id, this.config.publicUrl);
  }

  @Mutation(() => SelfEnrollment, {
    description: 'The integration must be connected to an Okta org. Takes effect with the next request.',
  })
  @RequireRole(AdminRole.ADMIN)
  async configureSelfEnrollment(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => ConfigureSelfEnrollmentInput }) input: ConfigureSelfEnrollmentInput,
  ): Promise<SelfEnrollment> {
    const row = await this.settings.configure(admin, input);
    return toSelfEnrollment(row, input.integrationId, this.config.publicUrl);
  }
}
