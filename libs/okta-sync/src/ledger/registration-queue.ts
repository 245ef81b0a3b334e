import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { writesToOkta } from '@rollcall/directory-integration';
import { Database, newId, monotonicNow } from '@rollcall/platform';
import type { Claim } from './claim.js';
import { LEASE_MS } from './lease.js';
import { UncertainWindow } from './uncertain-window.js';
import { WorkerPresence } from './worker-presence.js';

/** The ledger as a queue: a worker leases rows, and can settle a row only while it holds the lease. */
@Injectable()
export class RegistrationQueue {
  constructor(
    private readonly database: Database,
    private readonly window: UncertainWindow,
    private readonly presence: WorkerPresence,
  ) {}

  /** Integrations that may be written to and have due rows. */
  async integrationsWithWork(): Promise<IntegrationKey[]> {
    return this.database.query<IntegrationKey>(
      `select s.tenant_id as "tenantId", s.integration_id as "integrationId"
       from registration_syncs s
       where s.enabled and s.paused_at is null
         and exists (select 1 from registrations r where r.tenant_id = s.tenant_id and r.integration_id = s.integration_id
           and r.due_at <= now() and (r.locked_until is null or r.locked_until < now()))`,
    );
  }

  /** Expires the leases of workers that have ended. Their rows are due, with an unknown remote state. */
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

  /** Whether any Okta org may be written to at all. */
  async anyOktaOrg(): Promise<boolean> {
    const [row] = await this.database.query<{ any: boolean }>(
      `select exists (select 1 from registration_syncs s where s.enabled and s.paused_at is null and ${writesToOkta('s')}) as any`,
    );
    return row?.any ?? false;
  }

  /**
   * Claims up to `most` due rows from both ends of the queue, so that the newest do not wait behind thousands and the oldest do not wait
   * forever. Skips rows that another worker holds, and rows that a sweep has not reset to the new target yet.
   * Materialized, because a join may run a locking subquery again and lock more than its limit.
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

  /** Renews the leases of rows in progress. A row that is locked by another transaction is skipped until the next renewal. */
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

  /** Releases rows that were not attempted; they are due after `ms` milliseconds. */
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

  /** Releases rows that were not attempted; they stay due. */
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
