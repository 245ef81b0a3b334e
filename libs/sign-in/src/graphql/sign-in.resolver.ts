import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  DirectoryIntegration,
  DirectoryIntegrationService,
  toDirectoryIntegration,
} from '@rollcall/directory-integration';
import { AppConfig } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { ClientSecretInOkta } from '../okta/client-secret-in-okta.js';
import { OktaSetUp } from '../okta/okta-set-up.js';
import { RoutingInUse } from '../okta/routing-in-use.js';
import { SignInService } from '../settings/sign-in.service.js';
import { SignInLoaders } from './sign-in-loaders.js';
import { EnableSignInInput, UpdateSignInInput } from './sign-in.inputs.js';
import { EnabledSignIn, SignIn, toSignIn } from './sign-in.type.js';

@Resolver(() => DirectoryIntegration)
export class SignInResolver {
  constructor(
    private readonly service: SignInService,
    private readonly oktaSetUp: OktaSetUp,
    private readonly secretInOkta: ClientSecretInOkta,
    private readonly routing: RoutingInUse,
    private readonly loaders: SignInLoaders,
    private readonly integrations: DirectoryIntegrationService,
    private readonly config: AppConfig,
  ) {}

  @ResolveField(() => SignIn, { nullable: true, description: 'Null until enabled for the first time.' })
  async signIn(
    @CurrentAdmin() admin: Admin,
    @Context('req') request: object,
    @Parent() { id }: DirectoryIntegration,
  ): Promise<SignIn | null> {
    const settings = await this.loaders.of(request, admin.tenantId).settings.load(id);
    return settings ? toSignIn(settings) : null;
  }

  @Mutation(() => EnabledSignIn, {
    description: 'Makes the OpenID provider of the integration. Enabling it again makes a new client secret.',
  })
  @RequireRole(AdminRole.ADMIN)
  async enableSignIn(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => EnableSignInInput }) input: EnableSignInInput,
  ): Promise<EnabledSignIn> {
    const { settings, clientSecret } = await this.service.enable(admin, input);
    return { signIn: toSignIn(settings), clientSecret };
  }

  @Mutation(() => SignIn, {
    description:
      "Takes effect with the next request. A removed redirect URI or changed client authentication is refused without `force` while Okta's routing rule is active, or Okta cannot be asked.",
  })
  @RequireRole(AdminRole.ADMIN)
  async updateSignIn(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => UpdateSignInInput }) input: UpdateSignInInput,
    @Args('force', { type: () => Boolean, nullable: true, description: 'Defaults to false.' }) force?: boolean | null,
  ): Promise<SignIn> {
    if (!force) await this.routing.requireUsable(admin, input);
    return toSignIn(await this.service.update(admin, input));
  }

  @Mutation(() => DirectoryIntegration, {
    description:
      "No one can sign in from the next request on. Refused without `force` while Okta's routing rule is active, or Okta cannot be asked.",
  })
  @RequireRole(AdminRole.ADMIN)
  async disableSignIn(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
    @Args('force', { type: () => Boolean, nullable: true, description: 'Defaults to false.' }) force?: boolean | null,
  ): Promise<DirectoryIntegration> {
    if (!force) await this.routing.requireOff(admin, integrationId);
    await this.service.disable(admin, integrationId);
    return toDirectoryIntegration(await this.integrations.get(admin, integrationId), this.config.publicUrl);
  }

  @Mutation(() => EnabledSignIn, {
    description:
      'Earlier client secrets keep working until they are revoked. Okta is given the new one if its identity provider was made by API.',
  })
  @RequireRole(AdminRole.ADMIN)
  async rotateSignInSecret(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
  ): Promise<EnabledSignIn> {
    const { settings, clientSecret } = await this.service.rotateSecret(admin, integrationId);
    await this.oktaSetUp.pushSecret(admin, integrationId);
    return { signIn: toSignIn(settings), clientSecret };
  }

  @Mutation(() => SignIn, {
    description:
      'Takes effect with the next request. The only client secret cannot be revoked, and one that Okta uses or may use only with `force`.',
  })
  @RequireRole(AdminRole.ADMIN)
  async revokeSignInSecret(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
    @Args('force', { type: () => Boolean, nullable: true, description: 'Defaults to false.' }) force?: boolean | null,
  ): Promise<SignIn> {
    if (!force) await this.secretInOkta.requireReplaced(admin.tenantId, id);
    return toSignIn(await this.service.revokeSecret(admin, id));
  }

  @Mutation(() => SignIn, {
    description:
      'Publishes a new key now, which signs an hour later. The earlier key stays published for a day after that.',
  })
  @RequireRole(AdminRole.ADMIN)
  async rotateSignInKey(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
  ): Promise<SignIn> {
    return toSignIn(await this.service.rotateKey(admin, integrationId));
  }
}
