import { Body, Controller, Delete, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { AppConfig, DomainError } from '@rollcall/platform';
import type { FastifyReply } from 'fastify';
import type { AdminRole } from '../access/admin-role.js';
import { isForgeable } from '../access/cross-site.js';
import { clearedSessionCookie, sessionCookie, sessionTokenOf } from './session-cookie.js';
import { SessionService } from './session.service.js';

type RequestHeaders = Record<string, string | undefined>;

/** The console's door. Signing in takes JSON only, so that no other site can sign a browser in to an account of its own. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly config: AppConfig,
    private readonly sessions: SessionService,
  ) {}

  /** Body `{"token": …}`: a sign-in link's token, an admin token or the root token. */
  @Post()
  @HttpCode(200)
  async signIn(
    @Body() body: unknown,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ name: string; role: AdminRole; expiresAt: Date }> {
    if (isForgeable({ method: 'POST', headers })) throw DomainError.forbidden('Sign in from the console, as JSON.');
    const session = await this.sessions.signIn(tokenOf(body), headers['user-agent']);
    const { token, expiresAt, name, role } = session;
    reply
      .header('set-cookie', sessionCookie(token, expiresAt, this.config.publicUrl))
      .header('cache-control', 'no-store');
    return { name, role, expiresAt };
  }

  @Delete()
  @HttpCode(204)
  async signOut(@Headers() headers: RequestHeaders, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (isForgeable({ method: 'DELETE', headers })) throw DomainError.forbidden('Sign out from the console.');
    const token = sessionTokenOf(headers['cookie']);
    if (token !== undefined) await this.sessions.signOut(token);
    reply.header('set-cookie', clearedSessionCookie(this.config.publicUrl));
  }
}

function tokenOf(body: unknown): string {
  const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : undefined;
  if (typeof token !== 'string' || token === '') throw DomainError.badInput('A token is required.', 'token');
  return token;
}
