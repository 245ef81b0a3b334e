import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DirectoryIntegration, IntegrationHealth } from '@rollcall/directory-integration';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { Doctor } from '../health/doctor.js';
import { RegistrationLoaders } from './registration-loaders.js';

@Resolver(() => DirectoryIntegration)
export class IntegrationHealthResolver {
  constructor(
    private readonly doctor: Doctor,
    private readonly loaders: RegistrationLoaders,
  ) {}

  @ResolveField(() => IntegrationHealth)
  async health(
    @Context() context: object,
    @CurrentAdmin() admin: Admin,
    @Parent() { id }: DirectoryIntegration,
  ): Promise<IntegrationHealth> {
    return { checks: await this.loaders.of(context, admin.tenantId).checks.load(id) };
  }

  @Mutation(() => IntegrationHealth, { description: 'Runs the doctor now.' })
  @RequireRole(AdminRole.OPERATOR)
  async checkIntegration(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<IntegrationHealth> {
    return { checks: await this.doctor.examine(admin, id) };
  }

  @Mutation(() => IntegrationHealth, { description: "Adds the registration attribute to Okta's default user schema." })
  @RequireRole(AdminRole.ADMIN)
  async createOktaAttribute(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
  ): Promise<IntegrationHealth> {
    return { checks: await this.doctor.createAttribute(admin, integrationId) };
  }
}
