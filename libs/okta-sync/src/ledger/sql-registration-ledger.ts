import { Injectable } from '@nestjs/common';
import { RegistrationLedger, type IntegrationKey } from '@rollcall/directory';
import { writesToOkta } from '@rollcall/directory-integration';
import { currentOrigin, type Tx } from '@rollcall/platform';
import { historyOf } from '../history/history-sql.js';
import { REGISTRATION_CHANNEL, wakePayload } from './registration-channel.js';
import { DUE_STATE, owe, requeue } from './requeue.js';
import { UncertainWindow } from './uncertain-window.js';

/**
 * The registration ledger: one row per identity, and one per remote user that no identity is responsible for. Every statement that writes
 * `registrations` is in this folder. The rows are the only work queue of the write-back.
 *
 * | transition | from                         | to                                                | file                     |
 * | ---------- | ---------------------------- | ------------------------------------------------- | ------------------------ |
 * | touch      | none                         | PENDING; IN_SYNC when false is desired            | this file                |
 * | requeue    | any                          | PENDING; DISABLED while the sync is disabled; HELD and DISCARDED stay while false is desired | requeue.ts               |
 * | claim      | due, no live lease           | the same state, leased                            | registration-queue.ts    |
 * | renew      | leased                       | leased for longer                                 | registration-queue.ts    |
 * | release    | leased                       | the same state, due as before                     | registration-queue.ts    |
 * | settle     | leased                       | IN_SYNC, PENDING, RETRYING, PARKED, SKIPPED, UNLINKED, HELD; PENDING when requeued since the claim | registration-outcomes.ts |
 * | approve    | held or discarded; claimed within the cap | PENDING; a claimed row keeps its state. The cap does not count the row again | held-registrations.ts, directory-change-budget.ts |
 * | discard    | HELD                         | DISCARDED until true is desired                   | held-registrations.ts    |
 * | drop       | leased, identity deleted     | none                                              | registration-outcomes.ts |
 * | hand over  | leased, identity deleted     | none; the identities now responsible are requeued | registration-outcomes.ts |
 * | forget     | any, identity being deleted  | none; PENDING when the remote user may be true    | this file                |
 * | owe        | none                         | PENDING, without an identity                      | requeue.ts               |
 * | disprove   | any, another row saw the user | the same state; the target is read before use    | disproved-rows.ts        |
 * | sweep      | all rows of an integration   | requeued; remote state reset when the target changed | registration-sweeper.ts |
 *
 * A first touch that desires false is settled at once, so that importing a directory costs the worker nothing. Every later touch makes the
 * row due, because only the worker may compare it with the target.
 */
@Injectable()
export class SqlRegistrationLedger extends RegistrationLedger {
  constructor(private readonly window: UncertainWindow) {
    super();
  }

  override async touch(tx: Tx, key: IntegrationKey, identityIds: readonly string[]): Promise<void> {
    if (identityIds.length === 0) return;
    const { requestId, traceparent } = currentOrigin();
    await tx.execute(
      `with sync as (
         select coalesce((select enabled from registration_syncs where tenant_id = $1 and integration_id = $2), false) as enabled
       ), before as (
         select identity_id, desired from registrations
         where tenant_id = $1 and integration_id = $2 and identity_id = any($3::uuid[])
       ), touched as (
         insert into registrations as r (tenant_id, integration_id, identity_id, desired, state, due_at,
           origin_seq, origin_request_id, origin_traceparent)
         select i.tenant_id, i.integration_id, i.id, i.active and i.active_passkeys > 0,
           case when i.active and i.active_passkeys > 0 then ${DUE_STATE} else 'IN_SYNC' end,
           case when i.active and i.active_passkeys > 0 then now() end, 1, $6, $7
         from identities i cross join sync
         where i.tenant_id = $1 and i.integration_id = $2 and i.id = any($3::uuid[])
         order by i.id
         on conflict (tenant_id, integration_id, identity_id) do update set
           ${requeue('r', 'excluded.desired')}, desired = excluded.desired, touched_at = now(),
           origin_seq = r.seq + 1, origin_request_id = $6, origin_traceparent = $7
         returning r.identity_id, r.desired, r.confirmed, r.due_at
       ), ${historyOf(TURNED)}
       select pg_notify($4, $5) from sync where sync.enabled and exists (select 1 from touched where due_at is not null)`,
      [key.tenantId, key.integrationId, identityIds, REGISTRATION_CHANNEL, wakePayload(key), requestId, traceparent],
    );
  }

  /** Requeues the identities. The worker must read their remote users before it uses the rows. */
  override async relink(tx: Tx, key: IntegrationKey, identityIds: readonly string[]): Promise<void> {
    await this.touch(tx, key, identityIds);
    await tx.execute(
      `update registrations set unsure = true
       where tenant_id = $1 and integration_id = $2 and identity_id = any($3::uuid[]) and due_at is not null`,
      [key.tenantId, key.integrationId, identityIds],
    );
  }

  /**
   * Called when the external id of an identity changes. A worker that holds the row may still write to the previous
   * user, and may end before it has recorded that user. So the previous user becomes owed. It is due when such a write
   * can no longer take effect. If the target is Okta, this row stays linked to the previous user until then, so that no
   * other row writes to that user at the same time.
   * If no worker holds the row, and the row is unsure and not linked to the previous user, that user becomes owed at once. The
   * reason is that another identity may have left a true user to this identity (see `SharedUsers.leaveToOthers`).
   */
  override async move(tx: Tx, key: IntegrationKey, identityId: string, from: string | null): Promise<void> {
    const row = [key.tenantId, key.integrationId, identityId];
    const [before] = await tx.query<{ unsure: boolean }>(
      `select unsure from registrations where tenant_id = $1 and integration_id = $2 and identity_id = $3 for update`,
      row,
    );
    await this.relink(tx, key, [identityId]);
    await tx.execute(
      owe(`select $4::text as user_id, safe.at as due_at, safe.at as uncertain_until
        from registrations r
          join registration_syncs s on s.tenant_id = $1 and s.integration_id = $2
          cross join lateral (select now() + case when r.locked_by is null then 0 else $5::integer end * interval '1 millisecond' as at) safe
        where r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = $3 and $4::text <> coalesce(r.okta_user_id, '')
          and (r.locked_by is not null or ($6 and ${writesToOkta('s')}))`),
      [...row, from, this.window.ms, before?.unsure ?? false],
    );
    await tx.execute(
      `update registrations r set okta_user_id = $4 from registration_syncs s
       where r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = $3 and r.locked_by is not null and r.okta_user_id is null
         and s.tenant_id = $1 and s.integration_id = $2 and ${writesToOkta('s')}`,
      [...row, from],
    );
  }

  /**
   * Called when identities are deleted. A row whose remote user may be true is kept and due until that user is false. The
   * external id of an unsure row that is linked to another user becomes owed, for the same reason as in `move`.
   */
  override async forget(tx: Tx, key: IntegrationKey, identityIds: readonly string[]): Promise<void> {
    if (identityIds.length === 0) return;
    const { requestId, traceparent } = currentOrigin();
    const values = [key.tenantId, key.integrationId, identityIds];
    await tx.execute(
      `delete from registrations where tenant_id = $1 and integration_id = $2 and identity_id = any($3::uuid[])
         and confirmed is not true and not unsure and locked_until is null`,
      values,
    );
    await tx.execute(
      `with kept as (
         update registrations r set ${requeue('r', 'false')}, desired = false, touched_at = now(),
           unsure = r.unsure or r.okta_user_id is null, okta_user_id = coalesce(r.okta_user_id, i.external_id),
           origin_seq = r.seq + 1, origin_request_id = $6, origin_traceparent = $7
         from identities i
         where r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = any($3::uuid[])
           and i.tenant_id = r.tenant_id and i.id = r.identity_id
         returning 1
       ), erased as (
         delete from registration_events where tenant_id = $1 and integration_id = $2 and identity_id = any($3::uuid[])
       )
       select pg_notify($4, $5) where exists (select 1 from kept)`,
      [...values, REGISTRATION_CHANNEL, wakePayload(key), requestId, traceparent],
    );
    await tx.execute(
      owe(`select i.external_id as user_id, now() as due_at, null::timestamptz as uncertain_until
        from registrations r
          join registration_syncs s on s.tenant_id = r.tenant_id and s.integration_id = r.integration_id
          join identities i on i.tenant_id = r.tenant_id and i.id = r.identity_id
        where r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = any($3::uuid[])
          and r.unsure and i.external_id <> r.okta_user_id and ${writesToOkta('s')}`),
      values,
    );
  }

  /** SQL that requeues an owed row that was skipped. The worker then hands the user over to the new identity, and reads Okta. */
  override recall(externalId: string): string {
    return `update registrations owed set ${requeue('owed')}, unsure = true
      where owed.tenant_id = $1 and owed.integration_id = $2 and owed.okta_user_id = ${externalId}::text and owed.state = 'SKIPPED'`;
  }

  /**
   * SQL condition: the ledger must track the identity. It uses the passkey count of the locked row, so that a passkey
   * added just now is included.
   */
  override tracks(identityAlias: string): string {
    return `(${identityAlias}.active_passkeys > 0 or exists (select 1 from registrations tracked
      where tracked.tenant_id = ${identityAlias}.tenant_id and tracked.integration_id = ${identityAlias}.integration_id
        and tracked.identity_id = ${identityAlias}.id))`;
  }

  override stateIs(identityAlias: string, parameter: string): string {
    return `exists (select 1 from registrations standing
      where standing.tenant_id = ${identityAlias}.tenant_id and standing.integration_id = ${identityAlias}.integration_id
        and standing.identity_id = ${identityAlias}.id and standing.state = ${parameter})`;
  }
}

/** The identities whose desired value changed. False in a first touch is no change, because every user starts with false. */
const TURNED = `
  select touched.identity_id, 'DESIRED' as kind, touched.desired, touched.confirmed, null as note
  from touched left join before on before.identity_id = touched.identity_id
  where touched.desired <> coalesce(before.desired, false)`;
