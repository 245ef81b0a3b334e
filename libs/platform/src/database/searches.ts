import { Injectable } from '@nestjs/common';
import { Database, DomainError, monotonicNow, sqlState, TenantCosts, Turns } from '@rollcall/platform';
import type { RowQuery } from './row-query.js';

/** A filter that a client wrote may read every row of its integration: it gets less time than statements of ours. */
const TIMEOUT_MS = 3_000;
/** Searches of one tenant at once, and those that wait: each keeps a core of PostgreSQL busy. */
const AT_ONCE = 2;
const MAX_WAITING = 50;
const QUERY_CANCELED = '57014';

/** Runs the statements of pages. Those with a client's filter are bounded in time and in number per tenant. */
@Injectable()
export class Searches {
  private readonly turns = new Turns(AT_ONCE, MAX_WAITING);

  constructor(
    private readonly database: Database,
    private readonly costs: TenantCosts,
  ) {}

  /** @throws DomainError BAD_USER_INPUT, field `filter`, when the search takes too long; RATE_LIMITED when too many wait */
  run<R extends object>(
    { where, freshPlan, values: [tenantId] }: RowQuery,
    text: string,
    values: unknown[],
  ): Promise<R[]> {
    if (!freshPlan || where === undefined) return this.database.query<R>(text, values);
    const tenant = String(tenantId);
    return this.turns.run(tenant, async () => {
      const begun = monotonicNow();
      try {
        return await this.withinTime<R>(text, values);
      } finally {
        this.costs.charge(tenant, monotonicNow() - begun);
      }
    });
  }

  private async withinTime<R extends object>(text: string, values: unknown[]): Promise<R[]> {
    try {
      return await this.database.transaction(async (tx) => {
        await tx.execute(`set local statement_timeout = ${TIMEOUT_MS}`);
        return tx.query<R>(text, values);
      });
    } catch (error) {
      if (sqlState(error) !== QUERY_CANCELED) throw error;
      throw DomainError.badInput(
        `The filter takes more than ${TIMEOUT_MS / 1000} s. Use fewer conditions, or eq and sw instead of co.`,
        'filter',
      );
    }
  }
}
