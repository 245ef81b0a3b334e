import { Injectable } from '@nestjs/common';
import { DomainError } from '@rollcall/platform';
import { AdminTokenService } from './admin-tokens/admin-token.service.js';
import { sessionTokenOf } from './sessions/session-cookie.js';
import { SessionVerifier } from './sessions/session-verifier.js';
import { DEFAULT_TENANT_ID } from './tenants/default-tenant.js';
import { TenantService } from './tenants/tenant.service.js';
import type { Admin } from './access/admin.js';
import { AdminAuthenticator } from './access/admin-authenticator.js';
import type { AdminRequest } from './access/admin-request.js';
import { bearerTokenOf } from './access/bearer-token.js';
import { isForgeable } from './access/cross-site.js';
import { rootAdmin } from './access/root-admin.js';
import { RootToken } from './access/root-token.js';

/** Selects the tenant for the root token. */
const TENANT_HEADER = 'x-rollcall-tenant';
/** Names the user of the command line, `user@host`; accepted only with the root token. */
const OPERATOR_HEADER = 'x-rollcall-operator';
const OPERATOR = /^[\w.@+-]{1,100}$/;

/** Authenticates administrators by the root token, an admin token, or the console's session cookie. */
@Injectable()
export class RequestAuthenticator extends AdminAuthenticator {
  private readonly answers = new WeakMap<AdminRequest, Promise<Admin>>();

  constructor(
    private readonly rootToken: RootToken,
    private readonly tenants: TenantService,
    private readonly adminTokens: AdminTokenService,
    private readonly sessions: SessionVerifier,
  ) {
    super();
  }

  authenticate(request: AdminRequest): Promise<Admin> {
    const known = this.answers.get(request);
    if (known) return known;
    const answer = this.identify(request);
    this.answers.set(request, answer);
    return answer;
  }

  private async identify(request: AdminRequest): Promise<Admin> {
    if (request.headers.authorization !== undefined) return this.byToken(request);
    const sessionToken = sessionTokenOf(request.headers.cookie);
    if (sessionToken === undefined) throw DomainError.unauthenticated();
    if (isForgeable(request)) {
      throw DomainError.forbidden('Requests with a session cookie come from the console, as application/json.');
    }
    const admin = await this.sessions.verify(sessionToken);
    if (!admin) throw DomainError.unauthenticated('The session has ended. Sign in again.');
    return admin;
  }

  private async byToken({ headers }: AdminRequest): Promise<Admin> {
    const token = bearerTokenOf(headers.authorization);
    if (token !== undefined && this.rootToken.is(token)) return this.root(headers);
    const admin = token === undefined ? undefined : await this.adminTokens.verify(token);
    if (!admin) throw DomainError.unauthenticated('The admin token is unknown, expired or revoked.');
    return admin;
  }

  private async root(headers: AdminRequest['headers']): Promise<Admin> {
    const tenant = headers[TENANT_HEADER];
    const operator = String(headers[OPERATOR_HEADER] ?? '');
    const tenantId = tenant === undefined ? DEFAULT_TENANT_ID : (await this.tenants.get(String(tenant))).id;
    return rootAdmin(tenantId, OPERATOR.test(operator) ? operator : undefined);
  }
}
