import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ASSET_HEADERS, JSON_HEADERS, OrganisationNames } from '@rollcall/passkeys';
import { systemCaller } from '@rollcall/platform';
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignInLog } from '../log/sign-in-log.js';
import { visitorOf } from '../log/visitor.js';
import { SignInAssets } from '../page/sign-in-assets.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { type FlowRequest, type OpenFlow, SignInFlows } from './sign-in-flow.js';
import { signInHeaders } from '../page/sign-in-headers.js';
import { signInPage, type SignInPageView } from '../page/sign-in-page.js';
import { SignInProblemFilter } from './sign-in-problem.filter.js';
import { SignInRefused } from './sign-in-refused.js';

/**
 * The sign-in page and its API. Its path is not below the issuer's path, because the OpenID library handles all
 * requests there.
 */
@Controller('sign-in')
@UseFilters(SignInProblemFilter)
export class SignInController {
  constructor(
    private readonly flows: SignInFlows,
    private readonly attempts: SignInAttempts,
    private readonly organizations: OrganisationNames,
    private readonly assets: SignInAssets,
    private readonly log: SignInLog,
  ) {}

  @Get('assets/:name')
  async asset(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const asset = this.assets.find(name);
    if (!asset) throw new NotFoundException();
    await reply.headers({ ...ASSET_HEADERS, 'content-type': asset.type }).send(asset.content);
  }

  @Get(':integrationId/:uid')
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { status, view } = await this.viewOf(request, reply);
    const nonce = randomBytes(16).toString('base64url');
    await reply
      .status(status)
      .headers(signInHeaders(nonce))
      .send(signInPage(view, { urls: this.assets.urls, nonce }));
  }

  @Post(':integrationId/:uid/options')
  async options(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const flow = flowOf(request, reply);
    if (!(await this.flows.isOwn(flow))) await this.flows.open(flow);
    await answer(reply, await this.attempts.options(flow.uid));
  }

  @Post(':integrationId/:uid/verify')
  async verify(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() body: unknown): Promise<void> {
    const flow = await this.open(request, reply);
    await answer(reply, await this.attempts.verify(flow, body, visitorOf(request.raw)));
  }

  /**
   * "Back to Okta": ends the flow with the error `access_denied` at the redirect URI (OpenID Connect Core §3.1.2.6).
   */
  @Post(':integrationId/:uid/back')
  async back(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const flow = await this.open(request, reply);
    const location = await flow.finish({ error: 'access_denied', error_description: 'The person went back.' });
    await this.log.record(flow.key, {
      ...visitorOf(request.raw),
      outcome: 'ABANDONED',
      reason: 'WENT_BACK',
      durationMs: Math.max(0, Date.now() - flow.startedAt.getTime()),
    });
    await answer(reply, { location });
  }

  private open(request: FastifyRequest, reply: FastifyReply): Promise<OpenFlow> {
    return this.flows.open(flowOf(request, reply));
  }

  private async viewOf(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<{ status: number; view: SignInPageView }> {
    try {
      const { key, loginHint, backUrl } = await this.open(request, reply);
      const organization = await this.organizations.nameFor(
        systemCaller(key.tenantId, 'sign-in page'),
        key.integrationId,
      );
      return { status: 200, view: { state: 'OPEN', organization, loginHint, backUrl } };
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      const { status, reason, backUrl } = error;
      return { status, view: { state: reason === 'COOKIES_BLOCKED' ? reason : 'EXPIRED', backUrl } };
    }
  }
}

function flowOf({ params, raw }: FastifyRequest, reply: FastifyReply): FlowRequest {
  const { integrationId, uid } = params as { integrationId: string; uid: string };
  return { integrationId, uid, request: raw, response: reply.raw };
}

async function answer(reply: FastifyReply, body: object): Promise<void> {
  await reply.status(200).headers(JSON_HEADERS).send(body);
}
