import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database, newId } from '@rollcall/platform';
import { WebhookEvent } from '../webhooks/webhook-event.js';
import type { Claim, Settlement } from './claim.js';

/** A worker that has not settled a row by then is taken for dead; all requests for one row together may take less. */
const LEASE_MS = 60_000;

/** The ledger as a queue: rows are claimed for a while, and settled only by the one who still holds them. */
@Injectable()
export class RegistrationQueue {
  constructor(private readonly database: Database) {}

  /** Integrations that may be written to and have something due. */
  async integrationsWithWork(): Promise<IntegrationKey[]> {
    return this.database.query<IntegrationKey>(
      `select s.tenant_id as "tenantId", s.integration_id as "integrationId"
       from registration_syncs s
       where s.enabled and s.paused_at is null
         and exists (select 1 from registrations r where r.tenant_id = s.tenant_id and r.integration_id = s.integration_id
           and r.due_at <= now() and (r.locked_until is null or r.locked_until < now()))`,
    );
  }

  /** Whether any integration may be written to at all. */
  async anyIntegration(): Promise<boolean> {
    const [row] = await this.database.query<{ any: boolean }>(
      `select exists (select 1 from registration_syncs where enabled and paused_at is null) as any`,
    );
    return row?.any ?? false;
  }

  /**
   * Takes up to `most` due rows, oldest first; rows that another worker holds are passed over.
   * Materialized, for a join may run a locking subquery again and lock more than its limit.
   */
  async claim(key: IntegrationKey, most: number): Promise<Claim[]> {
    return this.database.query<Claim>(
      `with due as materialized (
         select identity_id, locked_until is not null as interrupted from registrations
         where tenant_id = $1 and integration_id = $2 and due_at <= now() and (locked_until is null or locked_until < now())
         order by due_at limit $3 for update skip locked
       )
       update registrations r set locked_until = now() + $4::integer * interval '1 millisecond', locked_by = $5
       from due
       where r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = due.identity_id
       returning r.tenant_id as "tenantId", r.integration_id as "integrationId", r.identity_id as "identityId", r.locked_by as lease,
         r.seq, r.confirmed, r.attempts, r.okta_user_id as "oktaUserId", r.unsure or due.interrupted as unsure,
         r.touched_at as "touchedAt", case when r.origin_seq = r.seq then r.origin_request_id end as "requestId",
         case when r.origin_seq = r.seq then r.origin_traceparent end as traceparent`,
      [key.tenantId, key.integrationId, most, LEASE_MS, newId()],
    );
  }

  /**
   * Writes down what came of a claim. A row touched meanwhile keeps what was learnt of Okta and is due again at once.
   * `LOST`: the lease ran out, and another worker has the row, who reads Okta before writing.
   */
  async settle(claim: Claim, outcome: Settlement): Promise<'SETTLED' | 'DUE_AGAIN' | 'LOST'> {
    const [row] = await this.database.query<{ seq: string }>(
      `with settled as (update registrations set
         done_seq = case when $5::boolean then $6::bigint else done_seq end,
         confirmed = $7, unsure = $8, okta_user_id = $9, last_error = $10,
         confirmed_at = case when $11::boolean then now() else confirmed_at end,
         desired = case when seq = $6 then $12 else desired end,
         attempts = case when seq = $6 then $13 else 0 end,
         state = case when seq = $6 then $14 else 'PENDING' end,
         due_at = case when seq <> $6 then now() else now() + $15::float8 * interval '1 millisecond' end,
         locked_until = null, locked_by = null
       where tenant_id = $1 and integration_id = $2 and identity_id = $3 and locked_by = $4
       returning seq), ${announcement('settled', '$9', '$16')}
       select seq from settled`,
      [
        claim.tenantId,
        claim.integrationId,
        claim.identityId,
        claim.lease,
        outcome.done,
        claim.seq,
        outcome.confirmed,
        outcome.unsure,
        outcome.oktaUserId,
        outcome.note,
        outcome.contacted,
        outcome.desired,
        outcome.attempts,
        outcome.state,
        outcome.dueInMs,
        newsOf(claim, outcome),
      ],
    );
    if (!row) return 'LOST';
    return row.seq === claim.seq ? 'SETTLED' : 'DUE_AGAIN';
  }

  /** Gives rows back untried: they stay due. */
  async release(claims: readonly Claim[]): Promise<void> {
    const [first] = claims;
    if (!first) return;
    await this.database.execute(
      `update registrations r set locked_until = null, locked_by = null, unsure = r.unsure or given.unsure
       from unnest($3::uuid[], $4::boolean[]) as given (identity_id, unsure)
       where r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = given.identity_id and r.locked_by = $5`,
      [
        first.tenantId,
        first.integrationId,
        claims.map((claim) => claim.identityId),
        claims.map((claim) => claim.unsure),
        first.lease,
      ],
    );
  }

  /** Removes the row of an identity that is gone, once Okta was told. @param outcome what came of it, if anything */
  async drop(claim: Claim, outcome?: Settlement): Promise<boolean> {
    const [dropped] = await this.database.query(
      `with dropped as (
         delete from registrations
         where tenant_id = $1 and integration_id = $2 and identity_id = $3 and locked_by = $4 and seq = $5 returning seq
       ), ${announcement('dropped', '$6', '$7')}
       select seq from dropped`,
      [
        claim.tenantId,
        claim.integrationId,
        claim.identityId,
        claim.lease,
        claim.seq,
        claim.oktaUserId,
        outcome ? newsOf(claim, outcome) : null,
      ],
    );
    return dropped !== undefined;
  }

  /** Leaves an Okta user to the identity that now stands for it: due, and unsure of what Okta holds. */
  async handOver(claim: Claim, identityId: string): Promise<boolean> {
    const moved = await this.database.execute(
      `with gone as (
         delete from registrations where tenant_id = $1 and integration_id = $2 and identity_id = $3 and locked_by = $4 and seq = $5
         returning tenant_id, integration_id
       )
       insert into registrations as r (tenant_id, integration_id, identity_id, unsure, due_at)
       select tenant_id, integration_id, $6::uuid, true, now() from gone
       on conflict (tenant_id, integration_id, identity_id) do update
         set seq = r.seq + 1, unsure = true, due_at = now(), state = 'PENDING', attempts = 0`,
      [claim.tenantId, claim.integrationId, claim.identityId, claim.lease, claim.seq, identityId],
    );
    return moved === 1;
  }
}

/** What is new for other systems: that Okta's value changed. */
function newsOf(claim: Claim, outcome: Settlement): WebhookEvent | null {
  const before = claim.confirmed ?? false;
  if (!outcome.contacted || outcome.confirmed === null || outcome.confirmed === before) return null;
  return outcome.confirmed ? WebhookEvent.REGISTERED : WebhookEvent.UNREGISTERED;
}

/** CTE that leaves a message for each webhook that wants it, if `source` has a row. $1, $2, $3: tenant, integration, identity. */
function announcement(source: string, oktaUserId: string, type: string): string {
  return `announced as (
    insert into webhook_messages (tenant_id, id, endpoint_id, type, subject, data)
    select e.tenant_id, gen_random_uuid(), e.id, ${type}::text, $3::text,
      jsonb_build_object('integrationId', $2::uuid, 'identityId', $3::uuid, 'oktaUserId', ${oktaUserId}::text)
    from webhook_endpoints e
    where e.tenant_id = $1 and e.disabled_at is null and ${type}::text = any(e.events) and exists (select 1 from ${source}))`;
}
