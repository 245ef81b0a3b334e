import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory-integration';
import { Database } from '@rollcall/platform';

/** Numbers of sign-ins in one interval. `median` is in seconds, and null if no sign-in succeeded. */
export interface SignInFigureRow {
  /** When the interval starts; null in the row for the whole window. */
  at: Date | null;
  succeeded: number;
  refused: number;
  abandoned: number;
  median: number | null;
}

@Injectable()
export class SignInFiguresRepository {
  constructor(private readonly database: Database) {}

  /**
   * One row per interval, oldest first; intervals without sign-ins are omitted. The last row is for the whole window.
   */
  async since({ tenantId, integrationId }: IntegrationKey, since: Date, stepMs: number): Promise<SignInFigureRow[]> {
    return this.database.query<SignInFigureRow>(
      `with ended as (
         select date_bin($4 * interval '1 millisecond', at, timestamptz 'epoch') as start, outcome, duration_ms
         from sign_in_events where tenant_id = $1 and integration_id = $2 and at >= $3
       )
       select start as at,
         count(*) filter (where outcome = 'SUCCEEDED')::int as succeeded,
         count(*) filter (where outcome = 'REFUSED')::int as refused,
         count(*) filter (where outcome = 'ABANDONED')::int as abandoned,
         percentile_cont(0.5) within group (order by duration_ms) filter (where outcome = 'SUCCEEDED') / 1000 as median
       from ended group by grouping sets ((start), ()) order by start nulls last`,
      [tenantId, integrationId, since, stepMs],
    );
  }
}
