import type { ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Turns } from './turns.js';

/** Requests of one tenant that are worked on at once, of 16 connections to the database: the others always find some free. */
export const MAX_AT_ONCE = 8;
/** Requests of one tenant that wait for their turn; more are refused. */
export const MAX_WAITING = 1_000;

/** Gives each tenant its share of a process: requests beyond it wait for those before them, in their order. */
@Injectable()
export class TenantShare {
  private readonly turns = new Turns(MAX_AT_ONCE, MAX_WAITING);

  /**
   * Resolves when it is the request's turn, which lasts until its response is sent or its client is gone.
   * @param tenantId undefined passes at once
   * @throws DomainError RATE_LIMITED when too many wait
   */
  async enter(tenantId: string | undefined, response: Pick<ServerResponse, 'once' | 'closed'>): Promise<void> {
    if (tenantId === undefined) return;
    await this.turns.take(tenantId);
    let left = false;
    const leave = (): void => {
      if (!left) this.turns.leave(tenantId);
      left = true;
    };
    if (response.closed) return leave();
    response.once('finish', leave);
    response.once('close', leave);
  }
}
