import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { GraphQLISODateTime } from '@nestjs/graphql';
import { type Admin, CurrentAdmin } from '@rollcall/tenancy';
import { SignInKeys } from '../keys/sign-in-keys.js';
import { isHeldByOkta } from '../okta/client-secret-in-okta.js';
import { SignInService } from '../settings/sign-in.service.js';
import { SignInLoaders } from './sign-in-loaders.js';
import { SignIn, SignInKey, SignInSecret, toSignInKey, toSignInSecret } from './sign-in.type.js';

@Resolver(() => SignIn)
export class SignInFieldsResolver {
  constructor(
    private readonly service: SignInService,
    private readonly keys: SignInKeys,
    private readonly loaders: SignInLoaders,
  ) {}

  @ResolveField(() => GraphQLISODateTime, { nullable: true })
  async lastSignInAt(
    @CurrentAdmin() admin: Admin,
    @Context('req') request: object,
    @Parent() { integrationId }: SignIn,
  ): Promise<Date | null> {
    return (await this.loaders.of(request, admin.tenantId).lastSuccess.load(integrationId)) ?? null;
  }

  @ResolveField(() => [SignInSecret], { description: 'Newest first, revoked ones included.' })
  async clientSecrets(
    @CurrentAdmin() admin: Admin,
    @Context('req') request: object,
    @Parent() { integrationId }: SignIn,
  ): Promise<SignInSecret[]> {
    const [secrets, inOkta] = await Promise.all([
      this.service.secretsOf({ tenantId: admin.tenantId, integrationId }),
      this.loaders.of(request, admin.tenantId).okta.load(integrationId),
    ]);
    return secrets.map((secret) => toSignInSecret(secret, isHeldByOkta(secret.id, inOkta)));
  }

  @ResolveField(() => [SignInKey], { name: 'keys', description: 'Keys in the JWKS, newest first.' })
  async publishedKeys(@CurrentAdmin() admin: Admin, @Parent() { integrationId }: SignIn): Promise<SignInKey[]> {
    return (await this.keys.published({ tenantId: admin.tenantId, integrationId })).map(toSignInKey);
  }
}
