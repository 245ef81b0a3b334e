import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { OKTA_ROUTING_SCOPES } from '@rollcall/okta';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { oktaSettings } from '../okta/desired-okta.js';
import { OktaSetUp } from '../okta/okta-set-up.js';
import { RouteExplanations } from '../okta/route-explanation.js';
import { SignInService } from '../settings/sign-in.service.js';
import { OktaSetting, OktaSettingSection, OktaSignIn, SignInRoute, toOktaSignIn } from './okta-sign-in.type.js';
import { SignInLoaders } from './sign-in-loaders.js';
import { SignIn, toSignIn } from './sign-in.type.js';

const DEFAULT_ATTRIBUTE = 'byndidRegistered';

@Resolver(() => SignIn)
export class OktaSignInResolver {
  constructor(
    private readonly setUp: OktaSetUp,
    private readonly explanations: RouteExplanations,
    private readonly signIns: SignInService,
    private readonly syncs: RegistrationSyncService,
    private readonly loaders: SignInLoaders,
  ) {}

  @ResolveField(() => OktaSignIn, { nullable: true, description: 'Null when Okta was never asked or has nothing.' })
  async okta(
    @CurrentAdmin() admin: Admin,
    @Context('req') request: object,
    @Parent() { integrationId }: SignIn,
  ): Promise<OktaSignIn | null> {
    return toOktaSignIn(await this.loaders.of(request, admin.tenantId).okta.load(integrationId));
  }

  @ResolveField(() => [OktaSetting], { description: 'What to enter in Okta by hand; without the client secret.' })
  async oktaSettings(@CurrentAdmin() admin: Admin, @Parent() { integrationId }: SignIn): Promise<OktaSetting[]> {
    const key = { tenantId: admin.tenantId, integrationId };
    const [settings, sync] = await Promise.all([
      this.signIns.find(key),
      this.syncs.find(admin.tenantId, integrationId),
    ]);
    if (!settings) return [];
    return oktaSettings(settings, sync?.attribute ?? DEFAULT_ATTRIBUTE).map((one) => ({
      ...one,
      section: OktaSettingSection[one.section],
    }));
  }

  @ResolveField(() => [String], {
    description: 'Scopes that a service app needs besides those of the registration sync to set up Okta by API.',
  })
  oktaScopes(): string[] {
    return [...OKTA_ROUTING_SCOPES];
  }

  @Mutation(() => SignIn, {
    description: 'Makes the identity provider and an inactive routing rule in Okta, or repairs those that exist.',
  })
  @RequireRole(AdminRole.ADMIN)
  async createOktaIdentityProvider(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
  ): Promise<SignIn> {
    return toSignIn(await this.setUp.create(admin, integrationId));
  }

  @Mutation(() => SignIn, {
    description: "Switches Okta's routing rule. Refused while the set-up in Okta has a fault.",
  })
  @RequireRole(AdminRole.ADMIN)
  async setOktaRouting(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
    @Args('active', { type: () => Boolean }) active: boolean,
  ): Promise<SignIn> {
    return toSignIn(await this.setUp.setRouting(admin, integrationId, active));
  }

  @Query(() => SignInRoute, { description: 'Where Okta sends this user, and why. Asks Okta now.' })
  @RequireRole(AdminRole.OPERATOR)
  async signInRoute(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
    @Args('userName', { type: () => String }) userName: string,
  ): Promise<SignInRoute> {
    return this.explanations.explain(admin, integrationId, userName);
  }
}
