import { Body, Controller, Get, Headers, Param, Post, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CeremonyFinish } from '../ceremony/ceremony-finish.js';
import { CeremonyProgress } from '../ceremony/ceremony-progress.js';
import { CeremonyStart } from '../ceremony/ceremony-start.js';
import { registrationSubmission } from '../ceremony/registration-submission.js';
import { EnrollmentProblemFilter } from './enrollment-problem.filter.js';
import { JSON_HEADERS } from './page-headers.js';

/** The API of the enrollment page. The link's token identifies the person; no administrator signs in. */
@Controller('enroll')
@UseFilters(EnrollmentProblemFilter)
export class EnrollmentController {
  constructor(
    private readonly start: CeremonyStart,
    private readonly finish: CeremonyFinish,
    private readonly progress: CeremonyProgress,
  ) {}

  @Post(':token/options')
  async options(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, await this.start.options(token));
  }

  @Post(':token/verify')
  async verify(
    @Param('token') token: string,
    @Body() body: unknown,
    @Headers('user-agent') userAgent: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { device_name } = await this.finish.bind(token, registrationSubmission(body), userAgent);
    await answer(reply, { deviceName: device_name });
  }

  @Get(':token/status')
  async status(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, await this.progress.of(token));
  }
}

async function answer(reply: FastifyReply, body: object): Promise<void> {
  await reply.status(200).headers(JSON_HEADERS).send(body);
}
