import { Module } from '@nestjs/common';
import { AdminAuthenticator } from './access/admin-authenticator.js';
import { AdminGuard } from './access/admin.guard.js';
import { AdminTokenRepository } from './admin-tokens/admin-token.repository.js';
import { AdminTokenResolver } from './admin-tokens/admin-token.resolver.js';
import { AdminTokenService } from './admin-tokens/admin-token.service.js';
import { AuditEventResolver } from './audit/audit-event.resolver.js';
import { AdminSessionRepository } from './sessions/admin-session.repository.js';
import { SessionVerifier } from './sessions/session-verifier.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionService } from './sessions/session.service.js';
import { TenantRepository } from './tenants/tenant.repository.js';
import { TenantResolver } from './tenants/tenant.resolver.js';
import { TenantService } from './tenants/tenant.service.js';
import { BackgroundWrites } from './usage/background-writes.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';

@Module({
  controllers: [SessionController],
  providers: [
    AdminAuthenticator,
    AdminGuard,
    AdminSessionRepository,
    AdminTokenRepository,
    AdminTokenResolver,
    AdminTokenService,
    AuditEventResolver,
    BackgroundWrites,
    SessionService,
    SessionVerifier,
    TenantRepository,
    TenantResolver,
    TenantService,
    ViewerResolver,
  ],
  exports: [AdminAuthenticator, AdminGuard, AdminTokenService, BackgroundWrites, SessionService, TenantService],
})
export class TenancyModule {}
