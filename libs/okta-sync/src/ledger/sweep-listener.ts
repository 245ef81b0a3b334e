import { Injectable } from '@nestjs/common';
import { RegistrationSyncListener } from '@rollcall/directory-integration';
import { Database, DomainError, monotonicNow, sleep, type Tx } from '@rollcall/platform';
import { REGISTRATION_CHANNEL, wakePayload } from './registration-channel.js';

/** Maximum wait of `quiet`. It is longer than any running request can take. */
const QUIET_MS = 30_000;
const LOOK_MS = 50;

/**
 * Requests a sweep of the ledger when the settings of an integration change. A request is one row, written in the same
 * transaction, whatever the number of identities.
 */
@Injectable()
export class SweepListener extends RegistrationSyncListener {
  constructor(private readonly database: Database) {
    super();
  }

  override async configured(tx: Tx, tenantId: string, integrationId: string): Promise<void> {
    await tx.execute(
      `with asked as (
         insert into registration_sweeps as s (tenant_id, integration_id, target)
         select tenant_id, integration_id, okta_domain || '#' || coalesce(scim ->> 'extension' || ':', '') || attribute
         from registration_syncs
         where tenant_id = $1 and integration_id = $2
         on conflict (tenant_id, integration_id) do update set
           forgetful = (s.forgetful and s.pending) or s.target <> excluded.target,
           target = excluded.target, pending = true, position = null, requested_at = now()
         returning 1
       )
       select pg_notify($3, $4) from asked`,
      [tenantId, integrationId, REGISTRATION_CHANNEL, wakePayload({ tenantId, integrationId }, 'settings')],
    );
  }

  override async paused(tx: Tx, tenantId: string, integrationId: string): Promise<void> {
    await tx.execute(`select pg_notify($1, $2)`, [
      REGISTRATION_CHANNEL,
      wakePayload({ tenantId, integrationId }, 'settings'),
    ]);
  }

  /**
   * Waits until no row is leased. A worker sends requests only for rows that it has leased, and leases none if the sync
   * is paused or disabled.
   */
  override async quiet(tenantId: string, integrationId: string): Promise<void> {
    for (const until = monotonicNow() + QUIET_MS; await this.anyHeld(tenantId, integrationId); await sleep(LOOK_MS)) {
      if (monotonicNow() > until) {
        throw DomainError.unavailable(
          'Writes are stopped, but a request that was under way has not ended yet. Repeat the request to wait for it.',
          5,
        );
      }
    }
  }

  private async anyHeld(tenantId: string, integrationId: string): Promise<boolean> {
    const [row] = await this.database.query<{ held: boolean }>(
      `select exists (select 1 from registrations where tenant_id = $1 and integration_id = $2 and due_at is not null
         and locked_until > now()) as held`,
      [tenantId, integrationId],
    );
    return row?.held ?? false;
  }
}
