import type { ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { noteTenant, noteTurn } from '../tracing/request-context.js';
import { sleep } from '../runtime/runtime.js';
import { TenantCosts } from './tenant-costs.js';
import { Turns } from './turns.js';

/** Maximum concurrent requests of one tenant, so that some of the 16 database connections stay free for other tenants. */
export const MAX_AT_ONCE = 8;
/** Maximum number of requests of one tenant that wait for their turn. Further requests are refused. */
export const MAX_WAITING = 1_000;
/** Milliseconds charged to the tenant for every request. */
const COST_OF_REQUEST = 0.2;

/** Limits the concurrent requests of each tenant. Further requests wait in order. */
@Injectable()
export class TenantShare {
  private readonly turns = new Turns(MAX_AT_ONCE, MAX_WAITING);

  constructor(private readonly costs: TenantCosts) {}

  /**
   * Records a request of the tenant. Called before the body is read.
   * @throws DomainError RATE_LIMITED when the tenant used much more than its share while other tenants were active
   */
  arrive(tenantId: string): void {
    noteTenant(tenantId);
    this.costs.arrive(tenantId);
    this.costs.admit(tenantId);
  }

  /**
   * Resolves when the request may run. Its turn ends when the response is sent, when the client disconnects, or at {@link leaveTurn}.
   * @param tenantId undefined: not limited
   * @param cost milliseconds charged to the tenant
   * @throws DomainError RATE_LIMITED when too many requests wait
   */
  async enter(
    tenantId: string | undefined,
    response: Pick<ServerResponse, 'once' | 'closed'>,
    cost = COST_OF_REQUEST,
  ): Promise<void> {
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
    noteTurn(leave);
    await this.pay(tenantId, cost);
  }

  /** Charges work before it starts, and waits until the tenant's earlier debt is repaid. @param cost milliseconds */
  async pay(tenantId: string, cost: number): Promise<void> {
    const delay = this.costs.delayOf(tenantId);
    this.costs.charge(tenantId, cost);
    if (delay > 0) await sleep(delay);
  }
}
