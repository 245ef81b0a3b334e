import { Injectable } from '@nestjs/common';
import { Database, type Search, Searches } from '@rollcall/platform';
import type { RowQuery } from './row-query.js';

/** A search by a SCIM filter. */
export const filterOf = (tenantId: string): Search => ({
  tenantId,
  field: 'filter',
  advice: 'Use fewer conditions, or eq and sw instead of co, and no sortBy.',
});

/** Reads pages of rows; a condition or order without an index counts as a search of its tenant. */
@Injectable()
export class PageReader {
  constructor(
    private readonly database: Database,
    private readonly searches: Searches,
  ) {}

  /** @throws DomainError BAD_USER_INPUT, field `filter`, when the search takes too long; RATE_LIMITED when too many wait */
  read<R extends object>({ searches, values: [tenantId] }: RowQuery, text: string, values: unknown[]): Promise<R[]> {
    return searches === true
      ? this.searches.run<R>(filterOf(String(tenantId)), text, values)
      : this.database.query<R>(text, values);
  }
}
