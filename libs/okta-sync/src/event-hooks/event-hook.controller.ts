import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { DomainError } from '@rollcall/platform';
import { EventHooks } from './event-hooks.js';

/**
 * Receives the calls of Okta's event hooks. Okta waits only three seconds for the answer, so the call only requeues
 * people and the worker does the rest.
 */
@Controller('okta/event-hooks')
export class EventHookController {
  constructor(private readonly hooks: EventHooks) {}

  /** Answers the one-time check with which Okta verifies that this address is ours. The answer contains Okta's challenge. */
  @Get(':integrationId')
  async verify(
    @Param('integrationId') integrationId: string,
    @Headers('x-okta-verification-challenge') challenge: string | undefined,
    @Headers('authorization') authorization: string | undefined,
  ): Promise<{ verification: string }> {
    if (!challenge) throw DomainError.badInput('This address is for an event hook of Okta');
    const key = await this.hooks.authenticate(integrationId, authorization);
    if (!key) throw DomainError.unauthenticated('The Authorization header is not the secret of this event hook');
    await this.hooks.verified(key);
    return { verification: challenge };
  }

  @Post(':integrationId')
  @HttpCode(200)
  async receive(
    @Param('integrationId') integrationId: string,
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
  ): Promise<{ rechecked: number }> {
    const key = await this.hooks.authenticate(integrationId, authorization);
    if (!key) throw DomainError.unauthenticated('The Authorization header is not the secret of this event hook');
    return { rechecked: await this.hooks.receive(key, body) };
  }
}
