import { Injectable } from '@nestjs/common';
import { DomainError } from '../errors/domain-error.js';
import { TenantCosts } from '../rate-limit/tenant-costs.js';
import { Turns } from '../rate-limit/turns.js';
import { monotonicNow } from '../runtime/runtime.js';
import { Database } from './database.js';
import { sqlState } from './errors/sql-state.js';
import type { Sql } from './sql.js';

/** Time limit of a search. It is shorter than that of our own statements, because a client's condition may read every row of its tenant. */
const TIMEOUT_MS = 3_000;
/** Maximum number of searches per tenant that run at once, because each running search keeps one CPU core of PostgreSQL busy. */
const AT_ONCE = 2;
const MAX_WAITING = 50;
const QUERY_CANCELED = '57014';

/** A statement whose condition or order a client chose. */
export interface Search {
  tenantId: string;
  /** Input field that the error message names. */
  field: string;
  /** Sentence in the error message that says how to make the search faster. */
  advice: string;
}

/**
 * Runs statements whose condition or order a client chose: SCIM filters, search texts and arguments of GraphQL lists. Their time is limited
 * and charged to the tenant, and so is the number of searches that a tenant runs at once.
 */
@Injectable()
export class Searches {
  private readonly turns = new Turns(AT_ONCE, MAX_WAITING);

  constructor(
    private readonly database: Database,
    private readonly costs: TenantCosts,
  ) {}

  /** @throws DomainError BAD_USER_INPUT when the search takes too long; RATE_LIMITED when too many wait */
  run<R extends object>(search: Search, text: string, values: readonly unknown[]): Promise<R[]> {
    return this.turns.run(search.tenantId, () =>
      this.withinTime(search, () =>
        this.database.transaction(async (tx) => {
          await tx.execute(`set local statement_timeout = ${TIMEOUT_MS}`);
          return tx.query<R>(text, values);
        }),
      ),
    );
  }

  /**
   * Changes rows selected by a client's condition, in the caller's transaction.
   * @returns the number of changed rows
   * @throws DomainError BAD_USER_INPUT when the statement takes too long
   */
  execute(tx: Sql, search: Search, text: string, values: readonly unknown[]): Promise<number> {
    return this.withinTime(search, async () => {
      await tx.execute(`set local statement_timeout = ${TIMEOUT_MS}`);
      const changed = await tx.execute(text, values);
      await tx.execute('set local statement_timeout to default');
      return changed;
    });
  }

  private async withinTime<T>({ tenantId, field, advice }: Search, work: () => Promise<T>): Promise<T> {
    const begun = monotonicNow();
    try {
      return await work();
    } catch (error) {
      if (sqlState(error) !== QUERY_CANCELED) throw error;
      throw DomainError.badInput(`The ${field} takes more than ${TIMEOUT_MS / 1000} s. ${advice}`, field);
    } finally {
      this.costs.charge(tenantId, monotonicNow() - begun);
    }
  }
}
