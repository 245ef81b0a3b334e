import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { OrganisationNames } from '@rollcall/passkeys';
import { AppConfig, HostCookie, systemCaller } from '@rollcall/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignInAssets } from '../page/sign-in-assets.js';
import { signInHeaders } from '../page/sign-in-headers.js';
import { type SelfEnrollmentPageView, selfEnrollmentPage } from '../page/self-enrollment-page.js';
import { EnrollmentFlows, SelfEnrollmentRefused } from './enrollment-flows.js';

const STATUS = { NOT_AVAILABLE: 404, START_AGAIN: 410, OKTA_FAILED: 502 } as const;

/** Self-enrollment. Opening the page changes nothing. Its link leads to Okta, and then to an enrollment link. */
@Controller('enroll')
export class SelfEnrollmentController {
  private readonly cookie: HostCookie;
  private readonly path: string;

  constructor(
    private readonly flows: EnrollmentFlows,
    private readonly organizations: OrganisationNames,
    private readonly assets: SignInAssets,
    { publicUrl }: AppConfig,
  ) {
    this.cookie = new HostCookie('rollcall_enroll', publicUrl);
    this.path = new URL(`${publicUrl}/enroll`).pathname;
  }

  @Get()
  async page(@Query('integration') integration: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, async () => {
      const { tenantId, integrationId } = (await this.flows.locate(idOf(integration))).key;
      const caller = systemCaller(tenantId, 'enrollment page');
      const organization = await this.organizations.nameFor(caller, integrationId);
      const startUrl = `${this.path}/start?integration=${integrationId}`;
      await this.show(reply, 200, { state: 'OPEN', organization, startUrl });
    });
  }

  @Get('start')
  async start(@Query('integration') integration: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, async () => {
      const { url, flow, until } = await this.flows.begin(idOf(integration));
      await reply.headers(signInHeaders()).header('set-cookie', this.cookie.make(flow, until)).redirect(url.href, 303);
    });
  }

  @Get('callback')
  async callback(@Req() { url, headers }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const end = () => void reply.header('set-cookie', this.cookie.cleared());
    await this.answer(reply, async () => {
      const link = await this.flows.finish(this.cookie.read(headers.cookie), url.split('?')[1] ?? '').catch((error) => {
        // The response may belong to an earlier tab, so it does not end the flow of the newest tab.
        if (!(error instanceof SelfEnrollmentRefused && error.reason === 'START_AGAIN')) end();
        throw error;
      });
      end();
      await reply.headers(signInHeaders()).redirect(link, 303);
    });
  }

  private async answer(reply: FastifyReply, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SelfEnrollmentRefused)) throw error;
      const { reason, integrationId } = error;
      const startUrl = integrationId === undefined ? undefined : `${this.path}?integration=${integrationId}`;
      const status = reason in STATUS ? STATUS[reason as keyof typeof STATUS] : 403;
      await this.show(reply, status, { state: reason, startUrl });
    }
  }

  private async show(reply: FastifyReply, status: number, view: SelfEnrollmentPageView): Promise<void> {
    const page = selfEnrollmentPage(view, this.assets.urls['sign-in.css']);
    await reply.status(status).headers(signInHeaders()).send(page);
  }
}

function idOf(integration: unknown): string | undefined {
  return typeof integration === 'string' ? integration : undefined;
}
