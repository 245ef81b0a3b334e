import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database, type Sql } from '@rollcall/platform';
import { historyOf } from '../history/history-sql.js';
import { WebhookEvent } from '@rollcall/webhooks';
import type { Claim, Settlement } from './claim.js';
import { Batchers } from '../batching/batcher.js';
import { owe, requeue } from './requeue.js';
import { UncertainWindow } from './uncertain-window.js';
import { RegistrationEventKind } from '../history/registration-event-kind.js';

/**
 * `DUE_AGAIN`: this row is due, or the row of the user that was linked before is due. `LOST`: the lease has expired and
 * another worker holds the row; that worker reads Okta before it writes.
 */
export type Settled = 'SETTLED' | 'DUE_AGAIN' | 'LOST';

interface Outcome {
  claim: Claim;
  settlement: Settlement;
}

const MAX_BATCH = 100;
/**
 * How long a statement waits for more rows. The wait costs little, because no request waits for it, and one statement
 * for many rows costs as much as three rows.
 */
const BATCH_WINDOW_MS = 5;

/** Settles claims. A row is changed only if the claim still holds its lease. */
@Injectable()
export class RegistrationOutcomes {
  private readonly batchers = new Batchers<Outcome, Settled>(MAX_BATCH, BATCH_WINDOW_MS);

  constructor(
    private readonly database: Database,
    private readonly window: UncertainWindow,
  ) {}

  /**
   * Stores the result of an attempt. If the row was requeued after the claim, only the findings about the remote user
   * are stored, and the row is due at once. A re-read that was requested after the claim remains requested.
   */
  async settle(claim: Claim, settlement: Settlement): Promise<Settled> {
    const { tenantId, integrationId } = claim;
    const batcher = this.batchers.of(`${tenantId}/${integrationId}`, (outcomes) =>
      this.settleAll({ tenantId, integrationId }, outcomes),
    );
    return batcher.add({ claim, settlement });
  }

  /**
   * Locks the rows in the order of identity ids, as every statement does that locks several rows. The commit does not
   * wait for the disk. A crash of PostgreSQL may lose the commit, but not the claim, because the commit of the claim
   * did wait. The lease of the claim then expires, and the next worker reads Okta first.
   */
  private async settleAll({ tenantId, integrationId }: IntegrationKey, outcomes: Outcome[]): Promise<Settled[]> {
    const key = { tenantId, integrationId };
    if (!outcomes.some(movesLink)) return this.settleWithin(this.database, key, outcomes);
    return this.database.transaction((tx) => this.settleWithin(tx, key, outcomes));
  }

  private async settleWithin(
    sql: Sql,
    { tenantId, integrationId }: IntegrationKey,
    outcomes: readonly Outcome[],
  ): Promise<Settled[]> {
    const rows = await sql.query<{
      identityId: string;
      seq: string;
      leftUser: string | null;
      uncertainUntil: Date | null;
    }>(SETTLE, [
      tenantId,
      integrationId,
      outcomes.map(({ claim }) => claim.identityId),
      outcomes.map(({ claim }) => claim.lease),
      outcomes.map(({ claim }) => claim.seq),
      outcomes.map(({ settlement }) => settlement.done),
      outcomes.map(({ settlement }) => settlement.confirmed),
      outcomes.map(({ settlement }) => settlement.remoteStateUnknown),
      outcomes.map(({ settlement }) => settlement.oktaUserId),
      outcomes.map(({ settlement }) => settlement.note),
      outcomes.map(({ settlement }) => settlement.contacted),
      outcomes.map(({ settlement }) => settlement.desired),
      outcomes.map(({ settlement }) => settlement.attempts),
      outcomes.map(({ settlement }) => settlement.state),
      outcomes.map(({ settlement }) => settlement.dueInMs),
      outcomes.map(({ claim, settlement }) => newsOf(claim, settlement)),
      outcomes.map(({ settlement }) => settlementEvent(settlement)),
      outcomes.map(({ settlement }) => settlement.writeLost),
      this.window.ms,
    ]);
    const left = rows.filter(({ leftUser }) => leftUser !== null);
    const users = left.map(({ leftUser }) => leftUser);
    const instants = left.map(({ uncertainUntil }) => uncertainUntil);
    if (left.length > 0) await sql.execute(LEAVE, [tenantId, integrationId, users, instants]);
    const settled = new Map(rows.map((row) => [row.identityId, row]));
    return outcomes.map(({ claim }) => {
      const row = settled.get(claim.identityId);
      if (!row) return 'LOST';
      return row.seq === claim.seq && row.leftUser === null ? 'SETTLED' : 'DUE_AGAIN';
    });
  }

  /**
   * Deletes the row of a deleted identity after the target was written.
   * @param outcome result of the attempt
   * @returns false if the row remains: it was requeued after the claim, a write is uncertain, or the lease was lost
   */
  async drop(claim: Claim, outcome: Settlement): Promise<boolean> {
    return this.remove(DROP, claim, newsOf(claim, outcome));
  }

  /**
   * Deletes the row of a deleted identity, and requeues the identities that match its remote user now. A worker reads
   * the target before it decides about the user. The row remains if all these identities are linked to other users.
   * Otherwise no row might refer to this user, because the link of such an identity may change before the user is read.
   * @returns true if these identities are responsible for the user now
   */
  async handOver(claim: Claim): Promise<boolean> {
    return this.remove(HAND_OVER, claim);
  }

  private async remove(statement: string, claim: Claim, ...news: (WebhookEvent | null)[]): Promise<boolean> {
    const { tenantId, integrationId, identityId, lease, seq, oktaUserId } = claim;
    const key = [tenantId, integrationId, identityId, lease, seq];
    const removed = await this.database.transaction((tx) => tx.query(statement, [...key, oktaUserId, ...news]));
    return removed.length > 0;
  }
}

function movesLink({ claim, settlement }: Outcome): boolean {
  return claim.oktaUserId !== null && claim.oktaUserId !== settlement.oktaUserId;
}

/** The webhook event to send; null if the target's value did not change. */
function newsOf(claim: Claim, outcome: Settlement): WebhookEvent | null {
  const before = claim.confirmed ?? false;
  if (!outcome.contacted || outcome.confirmed === null || outcome.confirmed === before) return null;
  return outcome.confirmed ? WebhookEvent.REGISTERED : WebhookEvent.UNREGISTERED;
}

/** The events for the history. The reason for a retry is recorded once, and not again with each attempt. */
const EVENTS = `
    select given.identity_id, given.event as kind, given.desired, given.confirmed, given.note
    from settled join given on given.identity_id = settled.identity_id join held on held.identity_id = settled.identity_id
    where given.event is not null and (given.event <> 'CONFIRMED' or settled.uncertain_until is null)
      and (given.event <> 'RETRYING' or given.attempts = 1 or held.last_error is distinct from given.note)`;

const UNCERTAIN_NOTE = 'The answer to a write was lost. Another read confirms the value shortly.';

/**
 * Settles the rows of a batch. `left_user` is the user that a row was linked to before. That user becomes owed, because
 * it may be true at the target and no other row refers to it.
 * If the attempt found no user, a link that was recorded after the claim is kept. `forget` and `move` record the user
 * that a worker may have written while it held the row.
 */
const SETTLE = `
  with given as materialized (
    select * from unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::boolean[], $7::boolean[], $8::boolean[], $9::text[], $10::text[],
        $11::boolean[], $12::boolean[], $13::integer[], $14::text[], $15::float8[], $16::text[], $17::text[], $18::boolean[])
      as given (identity_id, lease, seq, done, confirmed, unsure, okta_user_id, note, contacted, desired, attempts, state, due_in, news, event, lost)
  ), held as materialized (
    select r.identity_id, r.last_error, r.okta_user_id,
      case when given.lost then greatest(r.uncertain_until, now() + $19::integer * interval '1 millisecond')
        when r.uncertain_until > now() then r.uncertain_until end as uncertain_until
    from registrations r join given on given.identity_id = r.identity_id and given.lease = r.locked_by
    where r.tenant_id = $1 and r.integration_id = $2 and set_config('synchronous_commit', 'off', true) is not null
    order by r.identity_id for update of r
  ), settled as (
    update registrations r set
      done_seq = case when given.done and held.uncertain_until is null then given.seq else r.done_seq end,
      confirmed = given.confirmed, unsure = given.unsure or held.uncertain_until is not null or (r.seq <> given.seq and r.unsure),
      uncertain_until = held.uncertain_until,
      okta_user_id = coalesce(given.okta_user_id, case when r.seq <> given.seq then r.okta_user_id end),
      last_error = case when held.uncertain_until is not null and given.state = 'IN_SYNC' then '${UNCERTAIN_NOTE}' else given.note end,
      confirmed_at = case when given.contacted then now() else r.confirmed_at end,
      desired = case when r.seq = given.seq then given.desired else r.desired end,
      attempts = case when r.seq = given.seq then given.attempts else 0 end,
      state = case when r.seq <> given.seq or (held.uncertain_until is not null and given.state = 'IN_SYNC') then 'PENDING' else given.state end,
      due_at = case when r.seq <> given.seq then now() when given.due_in = 0 then r.due_at
        else coalesce(least(now() + given.due_in * interval '1 millisecond', held.uncertain_until),
          case when given.state = 'PENDING' then now() end) end,
      locked_until = null, locked_by = null
    from given join held on held.identity_id = given.identity_id
    where r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = given.identity_id and r.locked_by = given.lease
    returning r.identity_id, r.seq, case when held.okta_user_id <> given.okta_user_id then held.okta_user_id end as left_user, r.uncertain_until
  ), announced as (
    insert into webhook_messages (tenant_id, id, endpoint_id, type, subject, data)
    select e.tenant_id, gen_random_uuid(), e.id, given.news, given.identity_id::text,
      jsonb_build_object('integrationId', $2::uuid, 'identityId', given.identity_id, 'oktaUserId', given.okta_user_id)
    from settled join given on given.identity_id = settled.identity_id
      join webhook_endpoints e on e.tenant_id = $1 and e.disabled_at is null and given.news = any(e.events)
  ), ${historyOf(EVENTS)}
  select identity_id as "identityId", seq, left_user as "leftUser", uncertain_until as "uncertainUntil" from settled`;

/**
 * Records users that a batch has left as owed. This is not part of SETTLE: SETTLE may update the row of such a user,
 * and a statement must not change a row twice. $3, $4: remote users, and the times until which a lost write to each may
 * take effect.
 */
const LEAVE = owe(
  'select u.user_id, now() as due_at, u.uncertain_until from unnest($3::text[], $4::timestamptz[]) as u (user_id, uncertain_until)',
);

/** $1 to $6: tenant, integration, identity, lease, seq, Okta user. */
const GONE = `
  delete from registrations where tenant_id = $1 and integration_id = $2 and identity_id = $3 and locked_by = $4 and seq = $5`;
const ERASED = `
  delete from registration_events where tenant_id = $1 and integration_id = $2 and identity_id = $3 and exists (select from gone)`;

/** $7: the webhook event, or null if there is none. */
const DROP = `
  with gone as (${GONE} and (uncertain_until is null or uncertain_until <= now()) returning 1
  ), erased as (${ERASED}
  ), announced as (
    insert into webhook_messages (tenant_id, id, endpoint_id, type, subject, data)
    select e.tenant_id, gen_random_uuid(), e.id, $7::text, $3::text,
      jsonb_build_object('integrationId', $2::uuid, 'identityId', $3::uuid, 'oktaUserId', $6::text)
    from webhook_endpoints e
    where e.tenant_id = $1 and e.disabled_at is null and $7::text = any(e.events) and exists (select from gone)
  )
  select from gone`;

const HAND_OVER = `
  with standing as materialized (
    select i.id, r.okta_user_id from identities i
      left join registrations r on r.tenant_id = $1 and r.integration_id = $2 and r.identity_id = i.id
    where i.tenant_id = $1 and i.integration_id = $2 and i.id in (
      select identity_id from registrations where tenant_id = $1 and integration_id = $2 and okta_user_id = $6
      union
      select id from identities where tenant_id = $1 and integration_id = $2 and external_id = $6)
  ), gone as (${GONE} and exists (select from standing where okta_user_id is null or okta_user_id = $6) returning uncertain_until
  ), erased as (${ERASED}
  ), alerted as (
    insert into registrations as r (tenant_id, integration_id, identity_id, unsure, okta_user_id, due_at, uncertain_until)
    select $1, $2, standing.id, true, $6, now(), gone.uncertain_until from standing cross join gone order by standing.id
    on conflict (tenant_id, integration_id, identity_id) do update set
      ${requeue('r')}, unsure = true, okta_user_id = coalesce(r.okta_user_id, excluded.okta_user_id),
      uncertain_until = greatest(r.uncertain_until, excluded.uncertain_until)
  )
  select from gone`;

/** The event that a settlement adds to a person's history. Null if there is nothing to record. */
function settlementEvent({ state, contacted }: Settlement): RegistrationEventKind | null {
  switch (state) {
    case 'IN_SYNC':
      return contacted ? RegistrationEventKind.CONFIRMED : null;
    case 'PENDING':
      return null;
    default:
      return RegistrationEventKind[state];
  }
}
