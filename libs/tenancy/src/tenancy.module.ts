import { Module } from '@nestjs/common';
import { AdminAuthenticator } from './access/admin-authenticator.js';
import { RequestAuthenticator } from './request-authenticator.js';
import { AdminGuard } from './access/admin.guard.js';
import { RootToken } from './access/root-token.js';
import { AdminPasskeyController } from './admin-passkeys/admin-passkey.controller.js';
import { AdminPasskeyRegistration } from './admin-passkeys/admin-passkey-registration.js';
import { AdminPasskeyRepository } from './admin-passkeys/admin-passkey.repository.js';
import { AdminPasskeyResolver } from './admin-passkeys/admin-passkey.resolver.js';
import { AdminPasskeys } from './admin-passkeys/admin-passkeys.js';
import { PasskeySessions } from './admin-passkeys/passkey-sessions.js';
import { PasskeySignIn } from './admin-passkeys/passkey-sign-in.js';
import { SpentChallengeRepository } from './admin-passkeys/spent-challenge.repository.js';
import { AdminTokenRepository } from './admin-tokens/admin-token.repository.js';
import { AdminTokenResolver } from './admin-tokens/admin-token.resolver.js';
import { AdminTokenRevocation } from './admin-tokens/admin-token-revocation.js';
import { AdminTokenService } from './admin-tokens/admin-token.service.js';
import { AuditChainResolver } from './audit/audit-chain.resolver.js';
import { AuditEventResolver } from './audit/audit-event.resolver.js';
import { AdminSessionRepository } from './sessions/admin-session.repository.js';
import { AdminSessionResolver } from './sessions/admin-session.resolver.js';
import { AdminSessions } from './sessions/admin-sessions.js';
import { SessionStarter } from './sessions/session-starter.js';
import { SessionVerifier } from './sessions/session-verifier.js';
import { NodeFinders } from './node/node-finders.js';
import { NodeResolver } from './node/node.resolver.js';
import { SessionController } from './sign-in/session.controller.js';
import { SessionService } from './sign-in/session.service.js';
import { SignInLinks } from './sign-in/sign-in-links.js';
import { TenantRepository } from './tenants/tenant.repository.js';
import { TenantResolver } from './tenants/tenant.resolver.js';
import { TenantService } from './tenants/tenant.service.js';
import { BackgroundWrites } from './usage/background-writes.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';

@Module({
  controllers: [SessionController, AdminPasskeyController],
  providers: [
    { provide: AdminAuthenticator, useClass: RequestAuthenticator },
    AdminGuard,
    AdminPasskeyRegistration,
    AdminPasskeyRepository,
    AdminPasskeyResolver,
    AdminPasskeys,
    AdminSessionRepository,
    AdminSessionResolver,
    AdminSessions,
    AdminTokenRepository,
    AdminTokenResolver,
    AdminTokenRevocation,
    AdminTokenService,
    AuditChainResolver,
    AuditEventResolver,
    BackgroundWrites,
    NodeFinders,
    NodeResolver,
    PasskeySessions,
    PasskeySignIn,
    RootToken,
    SessionService,
    SessionStarter,
    SessionVerifier,
    SignInLinks,
    SpentChallengeRepository,
    TenantRepository,
    TenantResolver,
    TenantService,
    ViewerResolver,
  ],
  exports: [
    AdminAuthenticator,
    AdminGuard,
    AdminTokenService,
    BackgroundWrites,
    NodeFinders,
    SignInLinks,
    TenantService,
  ],
})
export class TenancyModule {}
