import { Module, type NestModule } from '@nestjs/common';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { TenancyModule } from '@rollcall/tenancy';
import { ScimAccessTokenRepository } from './access-tokens/scim-access-token.repository.js';
import { ScimAuthGuard } from './scim-auth/scim-auth.guard.js';
import { ScimAuthenticator } from './scim-auth/scim-authenticator.js';
import { ScimBearerStrategy } from './scim-auth/scim-bearer.strategy.js';
import { ScimTokenRepository } from './scim-auth/scim-token.repository.js';
import { ScimCredentialLoader } from './scim-credentials/scim-credential.loader.js';
import { ScimCredentialRepository } from './scim-credentials/scim-credential.repository.js';
import { ScimCredentialResolver } from './scim-credentials/scim-credential.resolver.js';
import { ScimCredentialService } from './scim-credentials/scim-credential.service.js';
import { AccessTokenService } from './token-endpoint/access-token.service.js';
import { OAuthBodyErrors } from './token-endpoint/body-errors.js';
import { ClientThrottle } from './token-endpoint/client-throttle.js';
import { OAuthErrorFilter } from './token-endpoint/oauth-error.filter.js';
import { TokenController } from './token-endpoint/token.controller.js';

@Module({
  imports: [TenancyModule, DirectoryIntegrationModule],
  controllers: [TokenController],
  providers: [
    AccessTokenService,
    ClientThrottle,
    OAuthBodyErrors,
    OAuthErrorFilter,
    ScimAccessTokenRepository,
    ScimAuthGuard,
    ScimAuthenticator,
    ScimBearerStrategy,
    ScimCredentialLoader,
    ScimCredentialRepository,
    ScimCredentialResolver,
    ScimCredentialService,
    ScimTokenRepository,
  ],
  exports: [ScimAuthGuard, ScimAuthenticator, ScimCredentialService],
})
export class CredentialsModule implements NestModule {
  constructor(private readonly bodyErrors: OAuthBodyErrors) {}

  /** Nest's last hook before routes are created. */
  configure(): void {
    this.bodyErrors.attach();
  }
}
