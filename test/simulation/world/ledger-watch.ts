import type { World } from './world.js';

interface LedgerRow {
  integrationId: string;
  userId: string;
  confirmed: boolean;
}

/** States of the ledger and related tables: the name that a run reports, and a query that finds a row in this state. */
const HARD_STATES: Readonly<Record<string, string>> = {
  'the answer to a write was lost, so its row was uncertain':
    'select 1 from registrations where uncertain_until > now()',
  'a remote user without an identity was owed': `select 1 from registrations r where r.due_at is not null
     and not exists (select 1 from identities i where i.id = r.identity_id)`,
  'the safety cap held a change of the directory': `select 1 from registrations where state = 'HELD'`,
  'a deprovisioned user was skipped': `select 1 from registrations where state = 'SKIPPED'`,
  'an identity had no remote user': `select 1 from registrations where state = 'UNLINKED'`,
  'a lease ran out': 'select 1 from registrations where locked_until < now() and due_at is not null',
  'a shared user was left to another integration': `select 1 from registrations where state = 'IN_SYNC' and not desired
     and confirmed is null and okta_user_id is not null`,
  'an integration paused by itself': `select 1 from registration_syncs where paused_at is not null and paused_reason not like '%simulation%'`,
  'a rate limit blocked an org': 'select 1 from okta_quotas where blocked_until > now()',
  'the share of a rate limit was spent':
    'select 1 from okta_quotas where rate_limit is not null and tokens + burst < 1',
  'a reconciliation failed': `select 1 from reconciliation_runs where status = 'FAILED'`,
  'a reconciliation was cancelled': `select 1 from reconciliation_runs where status = 'CANCELLED'`,
  'a reconciliation repaired a user': 'select 1 from reconciliation_runs where repaired > 0',
  'a scheduled reconciliation was caught up': `select 1 from reconciliation_runs where scheduled
     and extract(second from created_at) between 5 and 55`,
};

const LOOK = `select ${Object.values(HARD_STATES)
  .map((query, index) => `exists (${query}) as "${index}"`)
  .join(', ')}`;

/** Checks the ledger during a run. */
export class LedgerWatch {
  constructor(private readonly world: World) {}

  /**
   * A row that is in sync must equal its target, unless another client changed the target, or another row of the same user is in progress.
   */
  async check(): Promise<void> {
    const { watch } = this.world;
    const rows = await this.world.sql<LedgerRow>(
      `select r.integration_id as "integrationId", r.okta_user_id as "userId", r.confirmed from registrations r
       where r.state = 'IN_SYNC' and r.due_at is null and r.confirmed is not null and r.okta_user_id is not null
         and not exists (select 1 from registrations other left join identities i on i.id = other.identity_id
           where other.due_at is not null and r.okta_user_id in (other.okta_user_id, i.external_id))
       order by r.identity_id`,
    );
    for (const { integrationId, userId, confirmed } of rows) {
      const target = this.world.integrations.find(({ id }) => id === integrationId)?.target;
      const user = target?.users.find(({ id }) => id === userId);
      if (!target || !user || user.registered === confirmed) continue;
      const name = `${target.host}/${userId}`;
      if (watch.tampered.has(name) || watch.isUnknowable(name) || watch.unreported.has(name)) continue;
      watch.report('IN_SYNC_UNKNOWN', `${name} is ${user.registered}, and the ledger says ${confirmed}`);
    }
  }

  /** Counts which hard states the run is in. */
  async note(): Promise<void> {
    const [found = {}] = await this.world.sql<Record<string, boolean>>(LOOK);
    for (const [index, state] of Object.keys(HARD_STATES).entries())
      if (found[String(index)]) this.world.trace.reach(state);
  }

  /** A run with a cap of zero must change no user. */
  async checkCaps(): Promise<void> {
    const rows = await this.world.sql<{ id: string; repaired: number }>(
      'select id, repaired from reconciliation_runs where max_change_ratio = 0 and not dry_run and repaired > 0',
    );
    for (const { id, repaired } of rows)
      this.world.watch.report('CAP', `run ${id} with a cap of 0 repaired ${repaired}`);
  }
}
