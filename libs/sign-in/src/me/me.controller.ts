import { randomBytes } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { JSON_HEADERS, OrganisationNames } from '@rollcall/passkeys';
import { AppConfig, DomainError, HostCookie, systemCaller } from '@rollcall/platform';
import { isForgeable } from '@rollcall/tenancy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignInProblemFilter } from '../flow/sign-in-problem.filter.js';
import { SignInAssets } from '../page/sign-in-assets.js';
import { signInHeaders } from '../page/sign-in-headers.js';
import type { PageFiles } from '../page/page-document.js';
import { ownPage } from '../page/own-page.js';
import { ownSignInPage } from '../page/own-sign-in-page.js';
import { OwnPasskeys } from './own-passkeys.js';
import { OwnSignIn } from './own-sign-in.js';
import type { OpenPersonSession } from '../person-sessions/person-session.repository.js';
import { SelfEnrollments } from '../self-enrollment/self-enrollments.js';
import { PersonSessions } from '../person-sessions/person-sessions.js';

/** The page /me, on which a person signs in with a passkey, sees their passkeys and can remove one. */
@Controller('me')
@UseFilters(SignInProblemFilter)
export class MeController {
  private readonly path: string;
  private readonly enrollPath: string;
  private readonly cookie: HostCookie;

  constructor(
    private readonly signIns: OwnSignIn,
    private readonly sessions: PersonSessions,
    private readonly passkeys: OwnPasskeys,
    private readonly organizations: OrganisationNames,
    private readonly selfEnrollments: SelfEnrollments,
    private readonly assets: SignInAssets,
    { publicUrl }: AppConfig,
  ) {
    this.enrollPath = new URL(`${publicUrl}/enroll`).pathname;
    this.path = new URL(`${publicUrl}/me`).pathname;
    this.cookie = new HostCookie('rollcall_me', publicUrl);
  }

  @Get()
  async page(@Req() { headers }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const files = { urls: this.assets.urls, nonce: randomBytes(16).toString('base64url') };
    const session = await this.sessions.find(this.cookie.read(headers.cookie));
    const text = session ? await this.signedIn(session, files) : ownSignInPage(files);
    await reply.status(200).headers(signInHeaders(files.nonce)).send(text);
  }

  /**
   * Answers PublicKeyCredentialRequestOptionsJSON (WebAuthn Level 3 §5.1.10). Its challenge is valid for five minutes.
   */
  @Post('options')
  async options(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    requireOwnPage(request);
    await reply
      .status(200)
      .headers(JSON_HEADERS)
      .send(await this.signIns.options());
  }

  @Post('verify')
  async verify(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() body: unknown): Promise<void> {
    requireOwnPage(request);
    const { session, signals } = await this.signIns.signIn(body);
    await reply
      .status(200)
      .headers(JSON_HEADERS)
      .header('set-cookie', this.cookie.make(session.token, session.expiresAt))
      .send({ location: this.path, ...signals });
  }

  /** @param last `true` if the page has shown the passkey as the last one */
  @Delete('passkeys/:id')
  async remove(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query('last') last: unknown,
  ): Promise<void> {
    requireOwnPage(request);
    const session = await this.sessions.find(this.cookie.read(request.headers.cookie));
    if (!session) throw DomainError.unauthenticated('You are signed out.');
    const removed = await this.passkeys.remove(session, id, last === 'true');
    await reply
      .status(200)
      .headers({ ...JSON_HEADERS, ...(removed.signedOut && { 'set-cookie': this.cookie.cleared() }) })
      .send(removed);
  }

  @Delete('session')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    requireOwnPage(request);
    await this.sessions.end(this.cookie.read(request.headers.cookie));
    reply.header('set-cookie', this.cookie.cleared());
  }

  private async signedIn(session: OpenPersonSession, files: PageFiles): Promise<string> {
    const { tenantId, integrationId, userName, displayName, passkeyId } = session;
    const organization = await this.organizations.nameFor(systemCaller(tenantId, 'own page'), integrationId);
    const passkeys = await this.passkeys.list(session);
    const offered = await this.selfEnrollments.application({ tenantId, integrationId });
    const enrollUrl = offered && `${this.enrollPath}?integration=${integrationId}`;
    return ownPage({ organization, userName, displayName, passkeys, usedNow: passkeyId, enrollUrl }, files);
  }
}

/** @throws DomainError FORBIDDEN if a page of another site may have sent the request */
function requireOwnPage({ method, headers }: FastifyRequest): void {
  if (isForgeable({ method, headers })) throw DomainError.forbidden('This request did not come from the page.');
}
