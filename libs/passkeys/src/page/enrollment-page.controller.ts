import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OrganisationNames } from '../ceremony/organisation-names.js';
import { EnrollmentLinks } from '../enrollments/enrollment-links.js';
import { enrollmentPage, type EnrollmentPageView } from './enrollment-page.js';
import { refusalStatus } from './enrollment-problem.filter.js';
import { PageAssets } from './page-assets.js';
import { ASSET_HEADERS, PAGE_HEADERS } from './page-headers.js';

/**
 * The page that an enrollment link opens, and the page's files. A GET request changes nothing, because mail scanners
 * send such requests too.
 */
@Controller('enroll')
export class EnrollmentPageController {
  constructor(
    private readonly links: EnrollmentLinks,
    private readonly organisations: OrganisationNames,
    private readonly assets: PageAssets,
  ) {}

  @Get('assets/:name')
  async asset(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const asset = this.assets.find(name);
    if (!asset) throw new NotFoundException();
    await reply.headers({ ...ASSET_HEADERS, 'content-type': asset.type }).send(asset.content);
  }

  @Get(':token')
  async page(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const { status, view } = await this.viewOf(token);
    await reply.status(status).headers(PAGE_HEADERS).send(enrollmentPage(view, this.assets.urls));
  }

  private async viewOf(token: string): Promise<{ status: number; view: EnrollmentPageView }> {
    const link = await this.links.find(token);
    if (!link) return { status: refusalStatus('UNKNOWN'), view: { state: 'UNKNOWN' } };
    if (link.state !== 'OPEN') return { status: refusalStatus(link.state), view: { state: link.state } };
    const { identity, caller } = link;
    const organisation = await this.organisations.nameFor(caller, identity.integrationId);
    const { displayName, userName } = identity;
    return { status: 200, view: { state: 'OPEN', enrollee: { organisation, displayName, userName } } };
  }
}
