import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DirectoryIntegration } from '@rollcall/directory-integration';
import { ServiceApps } from '@rollcall/okta';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { ConfigureOktaServiceAppInput } from './configure-okta-service-app.input.js';
import { OktaServiceApp } from './service-app.type.js';

@Resolver(() => DirectoryIntegration)
export class ServiceAppResolver {
  constructor(private readonly apps: ServiceApps) {}

  @ResolveField(() => OktaServiceApp, { nullable: true, description: 'Null until prepared.' })
  async oktaServiceApp(
    @CurrentAdmin() admin: Admin,
    @Parent() { id }: DirectoryIntegration,
  ): Promise<OktaServiceApp | null> {
    return (await this.apps.find(admin.tenantId, id)) ?? null;
  }

  @Mutation(() => OktaServiceApp, {
    description: 'Creates the key whose public half Okta will fetch; the first step of OAuth for Okta.',
  })
  @RequireRole(AdminRole.ADMIN)
  async prepareOktaServiceApp(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
  ): Promise<OktaServiceApp> {
    return this.apps.prepare(admin, integrationId);
  }

  @Mutation(() => OktaServiceApp, {
    description: 'Writes to Okta as this service app from now on, instead of with an API token.',
  })
  @RequireRole(AdminRole.ADMIN)
  async configureOktaServiceApp(
    @CurrentAdmin() admin: Admin,
    @Args('input') input: ConfigureOktaServiceAppInput,
  ): Promise<OktaServiceApp> {
    await this.apps.configure(admin, input);
    return this.apps.prepare(admin, input.integrationId);
  }

  @Mutation(() => OktaServiceApp, { description: 'A new key signs from now on; Okta fetches it by itself.' })
  @RequireRole(AdminRole.ADMIN)
  async rotateOktaServiceAppKey(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
  ): Promise<OktaServiceApp> {
    return this.apps.rotateKey(admin, integrationId);
  }
}
