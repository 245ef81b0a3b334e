import { Injectable } from '@nestjs/common';
import { Database } from '@rollcall/platform';
import { RegistrationReporter } from '@rollcall/passkeys';
import type { RegistrationRow } from './registration.row.js';

export interface RegistrationCounts {
  integrationId: string;
  /** Rows that wait for their first attempt or for a retry. */
  pending: number;
  parked: number;
  /** Rows that the safety cap holds. An administrator must decide about them. */
  held: number;
  /** Rows whose last known value at the target is true. */
  registered: number;
}

/** Changes of one integration that are not written to the target yet. */
export interface WaitingWrites {
  integrationId: string;
  count: number;
  /** When the oldest waiting change was made. */
  since: Date;
  /** When the row that is due for the longest time became due. Null if no row is due now. */
  dueSince: Date | null;
  /** True if a worker holds at least one of the rows, or has scheduled a retry. */
  attended: boolean;
  /** Last error of the oldest waiting change. */
  lastError: string | null;
}

/** Reads the ledger for the API and other libraries. */
@Injectable()
export class RegistrationReader extends RegistrationReporter {
  constructor(private readonly database: Database) {
    super();
  }

  override async isConfirmed(tenantId: string, identityId: string): Promise<boolean> {
    const [row] = await this.findMany(tenantId, [identityId]);
    return row?.confirmed === true && row.desired;
  }

  override async identityOf(
    { tenantId, integrationId }: { tenantId: string; integrationId: string },
    oktaUserId: string,
  ): Promise<string | undefined> {
    const rows = await this.database.query<{ id: string }>(
      `select r.identity_id as id from registrations r
       join identities i on i.tenant_id = r.tenant_id and i.integration_id = r.integration_id and i.id = r.identity_id
       where r.tenant_id = $1 and r.integration_id = $2 and r.okta_user_id = $3 limit 2`,
      [tenantId, integrationId, oktaUserId],
    );
    return rows.length === 1 ? rows[0]?.id : undefined;
  }

  override async oktaUserOf(tenantId: string, identityId: string): Promise<string | undefined> {
    const [row] = await this.findMany(tenantId, [identityId]);
    return row?.okta_user_id ?? undefined;
  }

  async findMany(tenantId: string, identityIds: readonly string[]): Promise<RegistrationRow[]> {
    return this.database.query<RegistrationRow>(
      `select r.* from registrations r join identities i
         on i.tenant_id = r.tenant_id and i.integration_id = r.integration_id and i.id = r.identity_id
       where i.tenant_id = $1 and i.id = any($2::uuid[])`,
      [tenantId, identityIds],
    );
  }

  async counts(tenantId: string, integrationIds: readonly string[]): Promise<RegistrationCounts[]> {
    return this.database.query<RegistrationCounts>(
      `select asked.id as "integrationId",
         (select count(*)::int from registrations r where r.tenant_id = $1 and r.integration_id = asked.id
           and r.state in ('PENDING', 'RETRYING')) as pending,
         (select count(*)::int from registrations r where r.tenant_id = $1 and r.integration_id = asked.id
           and r.state = 'PARKED') as parked,
         (select count(*)::int from registrations r where r.tenant_id = $1 and r.integration_id = asked.id
           and r.state = 'HELD') as held,
         (select count(*)::int from registrations r where r.tenant_id = $1 and r.integration_id = asked.id and r.confirmed) as registered
       from unnest($2::uuid[]) as asked (id)`,
      [tenantId, integrationIds],
    );
  }

  /** The waiting writes by integration. Integrations without waiting writes are omitted. */
  async waiting(tenantId: string, integrationIds: readonly string[]): Promise<WaitingWrites[]> {
    return this.database.query<WaitingWrites>(
      `select integration_id as "integrationId", count(*)::int as count, min(touched_at) as since,
         min(due_at) filter (where due_at <= now()) as "dueSince",
         coalesce(bool_or(locked_until > now() or (state = 'RETRYING' and due_at > now())), false) as attended,
         (array_agg(last_error order by touched_at))[1] as "lastError"
       from registrations
       where tenant_id = $1 and integration_id = any($2::uuid[]) and state in ('PENDING', 'RETRYING')
       group by integration_id`,
      [tenantId, integrationIds],
    );
  }
}
