import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-http-bearer';
import { SCIM_SCOPE } from '../scim-scope.js';
import type { ScimAuthenticator } from './scim-authenticator.js';
import type { ScimCaller } from './scim-caller.js';

export const SCIM_BEARER = 'scim-bearer';
export const SCIM_REALM = 'SCIM';

/**
 * Passed to passport instead of the HTTP request: the token in its standard header. No body and query, because a token there would take
 * precedence (RFC 6750 §2.2, §2.3). Contains this application's authenticator, because passport's strategies are registered per process.
 */
export interface BearerRequest {
  headers: { authorization?: string };
  integrationId: string;
  authenticator: ScimAuthenticator;
}

@Injectable()
export class ScimBearerStrategy extends PassportStrategy(Strategy, SCIM_BEARER) {
  constructor() {
    super({ realm: SCIM_REALM, scope: SCIM_SCOPE, passReqToCallback: true });
  }

  validate({ authenticator, integrationId }: BearerRequest, token: string): Promise<ScimCaller> {
    return authenticator.authenticate(token, integrationId);
  }
}
