import { Body, Controller, Header, Headers, HttpCode, Post, Query, UseFilters } from '@nestjs/common';
import { AccessTokenService, type TokenResponse } from './access-token.service.js';
import { readClientAuthentication } from './client-authentication.js';
import { ClientThrottle } from './client-throttle.js';
import { OAuthError } from './oauth-error.js';
import { OAuthErrorFilter } from './oauth-error.filter.js';
import { readParameters, readQuery } from './oauth-parameters.js';
import { readGrantedScopes } from './token-request.js';

/** The token endpoint (RFC 6749 §3.2) and the revocation endpoint (RFC 7009). */
@Controller('oauth2')
@UseFilters(OAuthErrorFilter)
export class TokenController {
  constructor(
    private readonly tokens: AccessTokenService,
    private readonly throttle: ClientThrottle,
  ) {}

  @Post('token')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('pragma', 'no-cache')
  async issue(
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
    @Query() query: unknown,
  ): Promise<TokenResponse> {
    const parameters = readParameters(body);
    const { scope } = readQuery(query);
    const client = await this.tokens.authenticate(readClientAuthentication(authorization, parameters));
    this.throttle.admit(client);
    return this.tokens.issue(client, readGrantedScopes(parameters, scope));
  }

  @Post('revoke')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async revoke(
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
    @Query() query: unknown,
  ): Promise<void> {
    const parameters = readParameters(body);
    readQuery(query);
    const client = await this.tokens.authenticate(readClientAuthentication(authorization, parameters));
    const { token } = parameters;
    if (token === undefined) throw new OAuthError('invalid_request', 'token is required.');
    await this.tokens.revoke(client, token);
  }
}
