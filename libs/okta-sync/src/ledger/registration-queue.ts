import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { writesToOkta } from '@rollcall/directory-integration';
import { Database, newId, monotonicNow } from '@rollcall/platform';
import type { Claim } from './claim.js';
import { LEASE_MS } from './lease.js';
import { UncertainWindow } from './uncertain-window.js';
import { WorkerPresence } from './worker-presence.js';

/** The ledger as a work queue. A worker leases rows, and can settle a row only while it holds the lease. */
@Injectable()
export class RegistrationQueue {
  constructor(
    private readonly database: Database,
    private readonly window: UncertainWindow,
    private readonly presence: WorkerPresence,
  ) {}

  /** Integrations that have due rows, and whose sync is enabled and not paused. */
  async integrationsWithWork(): Promise<IntegrationKey[]> {
    return this.database.query<IntegrationKey>(
      `select s.tenant_id as "tenantId", s.integration_id as "integrationId"
       from registration_syncs s
       where s.enabled and s.paused_at is null
         and exists (select 1 from registrations r where r.tenant_id = s.tenant_id and r.integration_id = s.integration_id
           and r.due_at <= now() and (r.locked_until is null or r.locked_until < now()))`,
    );
  }

  /** Ends the leases of workers that no longer run. Their rows can be claimed at once, and count as having an unknown remote state. */
  async expireLeases(workers: readonly number[]): Promise<void> {
    if (workers.length === 0) return;
    await this.database.execute(
      `update registrations r set locked_until = now() - interval '1 millisecond'
       from registration_syncs s
       where r.tenant_id = s.tenant_id and r.integration_id = s.integration_id and r.due_at <= now() and r.locked_until > now()
         and r.locked_worker = any($1::integer[])`,
      [workers],
    );
  }

  /** True if at least one Okta org is configured whose sync is enabled and not paused. */
  async anyOktaOrg(): Promise<boolean> {
    const [row] = await this.database.query<{ any: boolean }>(
      `select exists (select 1 from registration_syncs s where s.enabled and s.paused_at is null and ${writesToOkta('s')}) as any`,
    );
    return row?.any ?? false;
  }

  /**
   * Claims up to `most` due rows. Half of them are the newest, so that new rows do not wait behind thousands of others.
   * The other half are the oldest, so that no row waits forever. Rows that another worker holds are skipped. After a
   * change of the target, so are rows that the sweep has not reset yet.
   * The subqueries are materialized, because a join may run a locking subquery twice and lock more rows than its limit.
   */
  async claim(key: IntegrationKey, most: number): Promise<Claim[]> {
    const heldUntil = monotonicNow() + LEASE_MS;
    const newest = Math.ceil(most / 2);
    const claims = await this.database.query<Omit<Claim, 'heldUntil'>>(CLAIM, [
      key.tenantId,
      key.integrationId,
      newest,
      most - newest,
      LEASE_MS,
      newId(),
      this.window.ms,
      this.presence.key,
    ]);
    return claims.map((claim) => ({ ...claim, heldUntil }));
  }

  /**
   * Renews the leases of rows that this process is working on. A row that another transaction has locked is skipped
   * until the next renewal.
   */
  async renew(key: IntegrationKey, claims: readonly Claim[]): Promise<void> {
    const heldUntil = monotonicNow() + LEASE_MS;
    const rows = await this.database.query<{ lease: string; identityId: string }>(
      `with held as materialized (
         select r.identity_id from registrations r join unnest($3::uuid[], $4::uuid[]) as given (identity_id, lease)
           on r.identity_id = given.identity_id and r.locked_by = given.lease
         where r.tenant_id = $1 and r.integration_id = $2 for update of r skip locked
       )
       update registrations r set locked_until = now() + $5::integer * interval '1 millisecond' from held
       where r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = held.identity_id
       returning r.identity_id as "identityId", r.locked_by as lease`,
      [key.tenantId, key.integrationId, claims.map((one) => one.identityId), claims.map((one) => one.lease), LEASE_MS],
    );
    const renewed = new Set(rows.map((row) => `${row.lease}/${row.identityId}`));
    for (const claim of claims) if (renewed.has(`${claim.lease}/${claim.identityId}`)) claim.heldUntil = heldUntil;
  }

  /** Releases rows that were not attempted. They are due again after `ms` milliseconds. */
  async postpone(claims: readonly Claim[], ms: number): Promise<void> {
    const [first] = claims;
    if (!first) return;
    await this.database.execute(
      `update registrations r set locked_until = null, locked_by = null, unsure = r.unsure or given.unsure,
         due_at = now() + $6::float8 * interval '1 millisecond'
       from unnest($3::uuid[], $4::boolean[], $5::uuid[]) as given (identity_id, unsure, lease)
       where r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = given.identity_id and r.locked_by = given.lease`,
      [
        first.tenantId,
        first.integrationId,
        claims.map((claim) => claim.identityId),
        claims.map((claim) => claim.remoteStateUnknown),
        claims.map((claim) => claim.lease),
        ms,
      ],
    );
  }

  /** Releases rows that were not attempted. They remain due. */
  async release(claims: readonly Claim[]): Promise<void> {
    const [first] = claims;
    if (!first) return;
    await this.database.execute(
      `update registrations r set locked_until = null, locked_by = null, unsure = r.unsure or given.unsure
       from unnest($3::uuid[], $4::boolean[], $5::uuid[]) as given (identity_id, unsure, lease)
       where r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = given.identity_id and r.locked_by = given.lease`,
      [
        first.tenantId,
        first.integrationId,
        claims.map((claim) => claim.identityId),
        claims.map((claim) => claim.remoteStateUnknown),
        claims.map((claim) => claim.lease),
      ],
    );
  }
}

const DUE = `
  select identity_id, locked_until is not null as interrupted, due_at from registrations
  where tenant_id = $1 and integration_id = $2 and due_at <= now() and (locked_until is null or locked_until < now())
    and identity_id <= coalesce((select coalesce(position, '00000000-0000-0000-0000-000000000000'::uuid) from registration_sweeps
      where tenant_id = $1 and integration_id = $2 and pending and forgetful), 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)`;

const CLAIM = `
  with newest as materialized (
    ${DUE} order by due_at desc limit $3 for update skip locked
  ), oldest as materialized (
    ${DUE} and identity_id <> all(array(select identity_id from newest)) order by due_at limit $4 for update skip locked
  ), due as (
    select * from newest union all select * from oldest
  )
  update registrations r set locked_until = now() + $5::integer * interval '1 millisecond', locked_by = $6, locked_worker = $8,
    uncertain_until = case when due.interrupted then greatest(r.uncertain_until, now() + $7::integer * interval '1 millisecond') else r.uncertain_until end
  from due
  where r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = due.identity_id
  returning r.tenant_id as "tenantId", r.integration_id as "integrationId", r.identity_id as "identityId", r.locked_by as lease,
    r.seq, r.confirmed, r.attempts, r.okta_user_id as "oktaUserId", r.unsure or due.interrupted as "remoteStateUnknown",
    coalesce(r.approved_seq = r.seq, false) as approved, r.last_error as "lastError", r.touched_at as "touchedAt", (r.origin_seq is not null and coalesce(r.confirmed_at < r.touched_at, true)) as changed, due.due_at as "dueAt",
    case when r.origin_seq = r.seq then r.origin_request_id end as "requestId",
    case when r.origin_seq = r.seq then r.origin_traceparent end as traceparent,
    (select updated_at from registration_syncs where tenant_id = $1 and integration_id = $2) as "configuredAt"`;
