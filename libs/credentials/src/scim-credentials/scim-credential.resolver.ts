import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DirectoryIntegration, scimUrlOf, tokenEndpointOf } from '@rollcall/directory-integration';
import { AppConfig } from '@rollcall/platform';
import { AdminRole, CurrentAdmin, RequireRole, type Admin } from '@rollcall/tenancy';
import { GenerateBearerTokenInput } from './generate-bearer-token.input.js';
import { GenerateClientCredentialsInput } from './generate-client-credentials.input.js';
import { GeneratedBearerToken } from './generated-bearer-token.type.js';
import { GeneratedClientCredentials } from './generated-client-credentials.type.js';
import { ScimCredentialLoader } from './scim-credential.loader.js';
import { ScimCredentialService } from './scim-credential.service.js';
import { ScimCredential, toScimCredential } from './scim-credential.type.js';

@Resolver(() => DirectoryIntegration)
export class ScimCredentialResolver {
  constructor(
    private readonly service: ScimCredentialService,
    private readonly loader: ScimCredentialLoader,
    private readonly config: AppConfig,
  ) {}

  @ResolveField(() => [ScimCredential], { description: 'Oldest first; never a secret.' })
  async credentials(
    @CurrentAdmin() admin: Admin,
    @Context('req') request: object,
    @Parent() integration: DirectoryIntegration,
  ): Promise<ScimCredential[]> {
    return (await this.loader.load(request, admin.tenantId, integration.id)).map(toScimCredential);
  }

  @Mutation(() => GeneratedBearerToken)
  @RequireRole(AdminRole.ADMIN)
  async generateBearerToken(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => GenerateBearerTokenInput }) input: GenerateBearerTokenInput,
  ): Promise<GeneratedBearerToken> {
    const { token, credential } = await this.service.generateBearerToken(admin, input);
    const scimUrl = scimUrlOf(credential.integration_id, this.config.publicUrl);
    return { token, scimUrl, credential: toScimCredential(credential) };
  }

  @Mutation(() => GeneratedClientCredentials)
  @RequireRole(AdminRole.ADMIN)
  async generateClientCredentials(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => GenerateClientCredentialsInput }) input: GenerateClientCredentialsInput,
  ): Promise<GeneratedClientCredentials> {
    const { clientId, clientSecret, credential } = await this.service.generateClientCredentials(admin, input);
    return {
      clientId,
      clientSecret,
      tokenEndpoint: tokenEndpointOf(this.config.publicUrl),
      scimUrl: scimUrlOf(credential.integration_id, this.config.publicUrl),
      credential: toScimCredential(credential),
    };
  }

  @Mutation(() => ScimCredential, { description: 'Takes effect with the next request.' })
  @RequireRole(AdminRole.ADMIN)
  async revokeScimCredential(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ScimCredential> {
    return toScimCredential(await this.service.revoke(admin, id));
  }
}
