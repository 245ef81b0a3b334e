import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database, type Tx } from '@rollcall/platform';
import type { RegistrationSweepRow } from './registration-sweep.row.js';
import { DUE_STATE, requeue } from './requeue.js';

const BATCH = 2_000;

/**
 * Applies a change of settings to the ledger of an integration: parked and waiting rows are retried. If the org or the
 * attribute changed, the remote state is reset too. The leases are then reset as well, because a late answer of the old
 * org must not be recorded. The sweep works in batches by identity id. Each batch is committed, so that a crash does
 * not lose progress.
 */
@Injectable()
export class RegistrationSweeper {
  constructor(private readonly database: Database) {}

  async pending(): Promise<IntegrationKey[]> {
    return this.database.query<IntegrationKey>(
      `select tenant_id as "tenantId", integration_id as "integrationId" from registration_sweeps where pending`,
    );
  }

  /** Sweeps one batch. @returns true if more rows are left */
  async advance(key: IntegrationKey): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [sweep] = await tx.query<RegistrationSweepRow>(
        `select * from registration_sweeps where tenant_id = $1 and integration_id = $2 and pending for update skip locked`,
        [key.tenantId, key.integrationId],
      );
      if (!sweep) return false;
      const last = await this.touchBatch(tx, key, sweep);
      await tx.execute(
        `update registration_sweeps set position = $3, pending = $4, forgetful = forgetful and $4
         where tenant_id = $1 and integration_id = $2`,
        [key.tenantId, key.integrationId, last ?? null, last !== undefined],
      );
      return last !== undefined;
    });
  }

  /**
   * Requeues the rows of one batch. Rows in sync are skipped unless the target changed.
   * @returns the last identity id; undefined if this was the last batch
   */
  private async touchBatch(tx: Tx, key: IntegrationKey, sweep: RegistrationSweepRow): Promise<string | undefined> {
    const batch = await tx.query<{ id: string }>(
      `select id::text from (
         (select identity_id as id from registrations
          where tenant_id = $1 and integration_id = $2 and identity_id > coalesce($3, '00000000-0000-0000-0000-000000000000'::uuid)
          order by identity_id limit $4)
         union
         (select id from identities
          where tenant_id = $1 and integration_id = $2 and active and active_passkeys > 0
            and id > coalesce($3, '00000000-0000-0000-0000-000000000000'::uuid)
          order by id limit $4)
       ) both_sides order by id limit $4`,
      [key.tenantId, key.integrationId, sweep.position, BATCH],
    );
    await tx.execute(
      `insert into registrations as r (tenant_id, integration_id, identity_id, desired, state, due_at)
       select $1::uuid, $2::uuid, swept.id, coalesce(i.active and i.active_passkeys > 0, false), ${DUE_STATE}, now()
       from unnest($3::uuid[]) as swept (id)
         left join identities i on i.tenant_id = $1 and i.integration_id = $2 and i.id = swept.id
       order by swept.id
       on conflict (tenant_id, integration_id, identity_id) do update set
         ${requeue('r', '$4 or excluded.desired')}, desired = excluded.desired,
         confirmed = case when $4 then null else r.confirmed end,
         okta_user_id = case when $4 then null else r.okta_user_id end,
         unsure = r.unsure or $4, uncertain_until = case when $4 then null else r.uncertain_until end,
         locked_by = case when $4 then null else r.locked_by end,
         locked_until = case when $4 then null else r.locked_until end
       where $4 or r.due_at is not null or r.state not in ('IN_SYNC', 'DISABLED') or excluded.desired <> coalesce(r.confirmed, false)`,
      [key.tenantId, key.integrationId, batch.map((row) => row.id), sweep.forgetful],
    );
    return batch.length < BATCH ? undefined : batch.at(-1)?.id;
  }
}
