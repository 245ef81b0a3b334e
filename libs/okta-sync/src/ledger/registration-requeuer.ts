import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { writesToOkta } from '@rollcall/directory-integration';
import { Database, type Tx } from '@rollcall/platform';
import { historyOf } from '../history/history-sql.js';
import { REGISTRATION_CHANNEL, wakePayload } from './registration-channel.js';
import { owe, requeue } from './requeue.js';

/** A reconciliation run that repairs its drift. */
export interface DriftRun extends IntegrationKey {
  runId: string;
  startedAt: Date | null;
}

/** Requeues ledger rows for reasons other than a change of the identity. Each method notifies the workers at commit. */
@Injectable()
export class RegistrationRequeuer {
  constructor(private readonly database: Database) {}

  /**
   * Requeues rows that are parked, unlinked or waiting for a retry.
   * @param identityIds null for all rows of the integration.
   * @returns the number of rows
   */
  async retry(
    tx: Tx,
    { tenantId, integrationId }: IntegrationKey,
    identityIds: readonly string[] | null,
    actor: string,
  ): Promise<number> {
    const [answer] = await tx.query<{ retried: number }>(
      `with retried as (
         update registrations r set ${requeue('r')}
         where tenant_id = $1 and integration_id = $2 and state in ('PARKED', 'RETRYING', 'UNLINKED')
           and ($3::uuid[] is null or identity_id = any($3))
         returning identity_id, desired, confirmed
       ), ${historyOf(`select identity_id, 'RETRIED' as kind, desired, confirmed, $4::text as note from retried`)}
       select count(*)::int as retried from retried`,
      [tenantId, integrationId, identityIds, actor],
    );
    await tx.execute(`select pg_notify($1, $2)`, [REGISTRATION_CHANNEL, wakePayload({ tenantId, integrationId })]);
    return answer?.retried ?? 0;
  }

  /** Requeues the rows of these remote users. The worker then reads each user, and writes those that differ. @returns the number of rows */
  async recheck(tx: Tx, key: IntegrationKey, remoteUserIds: readonly string[]): Promise<number> {
    const rows = await tx.query<{ due: number }>(
      `with ours as (
         select identity_id as id from registrations where tenant_id = $1 and integration_id = $2 and okta_user_id = any($3)
         union
         select id from identities where tenant_id = $1 and integration_id = $2 and external_id = any($3)
       ), due as (
         insert into registrations as r (tenant_id, integration_id, identity_id, unsure, due_at)
         select $1::uuid, $2::uuid, id, true, now() from ours order by id
         on conflict (tenant_id, integration_id, identity_id) do update set ${requeue('r')}, unsure = true
         returning 1
       ), woken as (
         select pg_notify($4, $5) where exists (select 1 from due)
       )
       select (select count(*)::int from due) as due, (select count(*) from woken) as woken`,
      [key.tenantId, key.integrationId, remoteUserIds, REGISTRATION_CHANNEL, wakePayload(key)],
    );
    return rows[0]?.due ?? 0;
  }

  /**
   * Requeues remote users that are owed (see `owe`) and were skipped because they were deprovisioned, but are now
   * active and true. No identity refers to them, so no other transition requeues them.
   * @returns the number of rows
   */
  async requeueOwed(key: IntegrationKey, remoteUserIds: readonly string[]): Promise<number> {
    if (remoteUserIds.length === 0) return 0;
    const rows = await this.database.query(
      `with due as (
         update registrations r set ${requeue('r')}, unsure = true
         where r.tenant_id = $1 and r.integration_id = $2 and r.okta_user_id = any($3) and r.state = 'SKIPPED'
           and not exists (select 1 from identities i where i.tenant_id = $1 and i.id = r.identity_id)
         returning 1
       )
       select pg_notify($4, $5) from due`,
      [key.tenantId, key.integrationId, remoteUserIds, REGISTRATION_CHANNEL, wakePayload(key)],
    );
    return rows.length;
  }

  /**
   * Requeues the identities with an open difference of a run, and stores the values that the run read at the target. It
   * is idempotent.
   * The worker reads a user again if the user was written after the run started. It also does so if the ledger or the
   * external id links the identity to a different user, because only the worker changes links. If such a different user
   * is true, that user becomes owed (see `owe`).
   * The safety cap of directory changes does not count these rows, because the run has a cap of its own.
   */
  async requeueDrift(tx: Tx, { tenantId, integrationId, runId, startedAt }: DriftRun): Promise<void> {
    await tx.execute(
      `with handed as materialized (
         select d.identity_id, d.okta_user_id, d.expected, d.actual,
           coalesce(r.okta_user_id = d.okta_user_id, not ${writesToOkta('s')} or i.external_id = d.okta_user_id, true) as theirs
         from reconciliation_drift d
           join registration_syncs s on s.tenant_id = d.tenant_id and s.integration_id = d.integration_id
           left join identities i on i.tenant_id = d.tenant_id and i.id = d.identity_id
           left join registrations r on r.tenant_id = d.tenant_id and r.integration_id = d.integration_id and r.identity_id = d.identity_id
         where d.tenant_id = $1 and d.integration_id = $2 and d.run_id = $3 and d.kind in ('SET_TRUE', 'SET_FALSE')
           and d.repaired_at is null and d.error is null
       ), due as (
         insert into registrations as r (tenant_id, integration_id, identity_id, desired, confirmed, unsure, okta_user_id, due_at, approved_seq)
         select distinct on (identity_id) $1::uuid, $2::uuid, identity_id, expected, case when theirs then actual end, not theirs,
           case when theirs then okta_user_id end, now(), 1
         from handed order by identity_id, theirs desc
         on conflict (tenant_id, integration_id, identity_id) do update set ${requeue('r')}, approved_seq = r.seq + 1,
           confirmed = case when r.okta_user_id <> coalesce(excluded.okta_user_id, '') then r.confirmed else excluded.confirmed end,
           okta_user_id = coalesce(r.okta_user_id, excluded.okta_user_id),
           unsure = (coalesce(r.okta_user_id, excluded.okta_user_id) = excluded.okta_user_id) is not true or r.locked_until is not null or coalesce(r.confirmed_at >= $6, false)
         returning r.identity_id, r.desired, r.confirmed
       ), others as (
         ${owe('select okta_user_id as user_id, now() as due_at, null::timestamptz as uncertain_until from handed where not theirs and not expected')}
       ), ${historyOf(`select identity_id, 'RECONCILED' as kind, desired, confirmed, null as note from due`)}
       select pg_notify($4, $5) where exists (select 1 from due)`,
      [tenantId, integrationId, runId, REGISTRATION_CHANNEL, wakePayload({ tenantId, integrationId }), startedAt],
    );
  }
}
