import type { World } from './world.js';

interface LedgerRow {
  integrationId: string;
  userId: string;
  confirmed: boolean;
}

/** Judges what the ledger says while a run is under way. */
export class LedgerWatch {
  constructor(private readonly world: World) {}

  /** A row that is in sync holds what its target holds, unless another client changed it. */
  async check(): Promise<void> {
    const { watch } = this.world;
    const rows = await this.world.sql<LedgerRow>(
      `select integration_id as "integrationId", okta_user_id as "userId", confirmed from registrations
       where state = 'IN_SYNC' and due_at is null and confirmed is not null and okta_user_id is not null
       order by identity_id`,
    );
    for (const { integrationId, userId, confirmed } of rows) {
      const target = this.world.integrations.find(({ id }) => id === integrationId)?.target;
      const user = target?.users.find(({ id }) => id === userId);
      if (!target || !user || user.registered === confirmed) continue;
      const name = `${target.host}/${userId}`;
      if (watch.tampered.has(name) || watch.overslept.has(name)) continue;
      watch.report('IN_SYNC_UNKNOWN', `${name} is ${user.registered}, and the ledger says ${confirmed}`);
    }
  }

  /** A cap of zero changes no user. */
  async checkCaps(): Promise<void> {
    const rows = await this.world.sql<{ id: string; repaired: number }>(
      'select id, repaired from reconciliation_runs where max_change_ratio = 0 and not dry_run and repaired > 0',
    );
    for (const { id, repaired } of rows)
      this.world.watch.report('CAP', `run ${id} with a cap of 0 repaired ${repaired}`);
  }
}
