import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { DomainError } from '@rollcall/platform';
import type { FastifyReply } from 'fastify';
import { SCIM_SCOPE } from '../scim-scope.js';
import { ScimAuthenticator } from './scim-authenticator.js';
import { SCIM_BEARER, SCIM_REALM, type BearerRequest } from './scim-bearer.strategy.js';
import type { ScimRequest } from './scim-request.js';
import { scimTokenOf } from './scim-token-header.js';

/**
 * Accepts SCIM clients whose token belongs to the integration in the URL (`:integrationId`), and adds a ScimCaller to the request.
 * Otherwise sets the challenge of RFC 6750 §3 and throws UNAUTHENTICATED.
 */
@Injectable()
export class ScimAuthGuard extends AuthGuard(SCIM_BEARER) {
  constructor(private readonly authenticator: ScimAuthenticator) {
    super();
  }

  override getRequest(context: ExecutionContext): BearerRequest {
    const { headers, params } = context.switchToHttp().getRequest<ScimRequest>();
    const token = scimTokenOf(headers.authorization);
    return {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      integrationId: params.integrationId ?? '',
      authenticator: this.authenticator,
    };
  }

  /** @param challenge of passport-http-bearer, for a request without a token */
  override handleRequest<TUser>(
    error: Error | null,
    caller: TUser | false,
    challenge: unknown,
    context: ExecutionContext,
  ): TUser {
    const http = context.switchToHttp();
    if (caller) {
      http.getRequest<{ scim?: TUser }>().scim = caller;
      return caller;
    }
    if (error && !isUnauthenticated(error)) throw error;
    const header = error ? invalidToken(error.message) : String(challenge);
    void http.getResponse<FastifyReply>().header('www-authenticate', header);
    throw error ?? DomainError.unauthenticated('An Authorization header with a bearer token is required.');
  }
}

function isUnauthenticated(error: Error): error is DomainError {
  return error instanceof DomainError && error.code === 'UNAUTHENTICATED';
}

/** RFC 6750 §3.1. */
function invalidToken(description: string): string {
  return `Bearer realm="${SCIM_REALM}", scope="${SCIM_SCOPE}", error="invalid_token", error_description="${description}"`;
}
