import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AppConfig } from '@rollcall/platform';
import { AdminRole, CurrentAdmin, RequireRole, type Admin } from '@rollcall/tenancy';
import { DirectoryIntegrationService } from '../integrations/directory-integration.service.js';
import { DirectoryIntegration, toDirectoryIntegration } from '../integrations/directory-integration.type.js';
import { ConfigureRegistrationSyncInput } from './configure-registration-sync.input.js';
import { RegistrationSyncLoader } from './registration-sync.loader.js';
import { RegistrationSyncService } from './registration-sync.service.js';
import { RegistrationSync, toRegistrationSync } from './registration-sync.type.js';

@Resolver(() => DirectoryIntegration)
export class RegistrationSyncResolver {
  constructor(
    private readonly syncs: RegistrationSyncService,
    private readonly loader: RegistrationSyncLoader,
    private readonly integrations: DirectoryIntegrationService,
    private readonly config: AppConfig,
  ) {}

  @ResolveField(() => RegistrationSync, { nullable: true, description: 'Null until configured.' })
  async registrationSync(
    @CurrentAdmin() admin: Admin,
    @Context('req') request: object,
    @Parent() integration: DirectoryIntegration,
  ): Promise<RegistrationSync | null> {
    const settings = await this.loader.load(request, admin.tenantId, integration.id);
    return settings ? toRegistrationSync(settings) : null;
  }

  @Mutation(() => DirectoryIntegration)
  @RequireRole(AdminRole.ADMIN)
  async configureRegistrationSync(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => ConfigureRegistrationSyncInput }) input: ConfigureRegistrationSyncInput,
  ): Promise<DirectoryIntegration> {
    const { integrationId } = await this.syncs.configure(admin, input);
    return toDirectoryIntegration(await this.integrations.get(admin, integrationId), this.config.publicUrl);
  }
}
