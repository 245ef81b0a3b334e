import { Body, Controller, Delete, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { AppConfig, DomainError } from '@rollcall/platform';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { FastifyReply } from 'fastify';
import type { AdminRole } from '../access/admin-role.js';
import { isForgeable } from '../access/cross-site.js';
import { PasskeySignIn } from '../admin-passkeys/passkey-sign-in.js';
import { AdminSessions } from '../sessions/admin-sessions.js';
import { clearedSessionCookie, sessionCookie, sessionTokenOf } from '../sessions/session-cookie.js';
import { SessionService } from './session.service.js';
import type { StartedSession } from '../sessions/session-starter.js';

type RequestHeaders = Record<string, string | undefined>;

interface SignedIn {
  name: string;
  role: AdminRole;
  expiresAt: Date;
}

/** Sign-in and sign-out of the console. Accepts JSON only, to prevent login CSRF. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly config: AppConfig,
    private readonly tokens: SessionService,
    private readonly passkeys: PasskeySignIn,
    private readonly sessions: AdminSessions,
  ) {}

  /** Body `{"token": …}`: a sign-in link's token, an admin token or the root token. */
  @Post()
  @HttpCode(200)
  async signIn(
    @Body() body: unknown,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    requireConsole(headers);
    return this.letIn(reply, await this.tokens.signIn(tokenOf(body), headers['user-agent']));
  }

  /** PublicKeyCredentialRequestOptionsJSON (WebAuthn Level 3 §5.1.10), good for five minutes. */
  @Post('passkey/options')
  @HttpCode(200)
  passkeyOptions(@Headers() headers: RequestHeaders): Promise<PublicKeyCredentialRequestOptionsJSON> {
    requireConsole(headers);
    return this.passkeys.options();
  }

  /** Body `{"response": AuthenticationResponseJSON}`: a passkey that an administrator added. */
  @Post('passkey')
  @HttpCode(200)
  async signInByPasskey(
    @Body() body: unknown,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    requireConsole(headers);
    const { response } = (body ?? {}) as Record<string, unknown>;
    return this.letIn(reply, await this.passkeys.signIn(response, headers['user-agent']));
  }

  @Delete()
  @HttpCode(204)
  async signOut(@Headers() headers: RequestHeaders, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (isForgeable({ method: 'DELETE', headers })) throw DomainError.forbidden('Sign out from the console.');
    const token = sessionTokenOf(headers['cookie']);
    if (token !== undefined) await this.sessions.signOut(token);
    reply.header('set-cookie', clearedSessionCookie(this.config.publicUrl));
  }

  private letIn(reply: FastifyReply, { token, expiresAt, name, role }: StartedSession): SignedIn {
    reply
      .header('set-cookie', sessionCookie(token, expiresAt, this.config.publicUrl))
      .header('cache-control', 'no-store');
    return { name, role, expiresAt };
  }
}

function requireConsole(headers: RequestHeaders): void {
  if (isForgeable({ method: 'POST', headers })) throw DomainError.forbidden('Sign in from the console, as JSON.');
}

function tokenOf(body: unknown): string {
  const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : undefined;
  if (typeof token !== 'string' || token === '') throw DomainError.badInput('A token is required.', 'token');
  return token;
}
