import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AppConfig } from '@rollcall/platform';
import { AdminRole, CurrentAdmin, RequireRole, type Admin } from '@rollcall/tenancy';
import { DirectoryIntegrationService } from '../integrations/directory-integration.service.js';
import { DirectoryIntegration, toDirectoryIntegration } from '../integrations/directory-integration.type.js';
import { RegistrationSyncLoader } from '../registration-sync/registration-sync.loader.js';
import { ConfigureScimRegistrationInput } from './configure-scim-registration.input.js';
import { ScimRegistrationService } from './scim-registration.service.js';
import { ScimRegistration, toScimRegistration } from './scim-registration.type.js';

@Resolver(() => DirectoryIntegration)
export class ScimRegistrationResolver {
  constructor(
    private readonly registrations: ScimRegistrationService,
    private readonly loader: RegistrationSyncLoader,
    private readonly integrations: DirectoryIntegrationService,
    private readonly config: AppConfig,
  ) {}

  @ResolveField(() => ScimRegistration, {
    nullable: true,
    description: 'Of a GENERIC_SCIM integration; null until configured. registrationSync reports its progress.',
  })
  async scimRegistration(
    @CurrentAdmin() admin: Admin,
    @Context('req') request: object,
    @Parent() integration: DirectoryIntegration,
  ): Promise<ScimRegistration | null> {
    const settings = await this.loader.load(request, admin.tenantId, integration.id);
    return settings ? toScimRegistration(settings) : null;
  }

  @Mutation(() => DirectoryIntegration, {
    description:
      'Makes a GENERIC_SCIM integration write the registration attribute to a SCIM 2.0 server, as configureRegistrationSync does for Okta.',
  })
  @RequireRole(AdminRole.ADMIN)
  async configureScimRegistration(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => ConfigureScimRegistrationInput }) input: ConfigureScimRegistrationInput,
  ): Promise<DirectoryIntegration> {
    await this.registrations.configure(admin, input);
    return toDirectoryIntegration(await this.integrations.get(admin, input.integrationId), this.config.publicUrl);
  }
}
