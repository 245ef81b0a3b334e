import { ReconciliationService } from '@rollcall/okta-sync';
import { systemCaller } from '@rollcall/platform';
import { eventually } from '../../support/index.js';
import { Rig } from './rig.js';

/** Number of rows. A join of quadratic cost over this many rows would exceed the statement timeout of 30 s. */
const MANY = 50_000;

it('compares many people although PostgreSQL has no statistics yet', async () => {
  const rig = await Rig.start({ worker: false });
  try {
    const key = await rig.integration();
    const caller = systemCaller(key.tenantId, 'test');
    const { id } = await rig
      .of(ReconciliationService)
      .start(caller, { integrationId: key.integrationId, dryRun: true });
    await rig.database.execute(
      `insert into identities (tenant_id, id, integration_id, user_name, active_passkeys)
       select $1, gen_random_uuid(), $2, 'person-' || n, 1 from generate_series(1, ${MANY}) n`,
      [key.tenantId, key.integrationId],
    );
    await rig.database.execute(
      `insert into reconciliation_pages (tenant_id, run_id, id, identity_ids)
       select $1, $2, gen_random_uuid(), array_agg(id) from identities where user_name <> 'person-1'`,
      [key.tenantId, id],
    );
    await rig.database.execute(`update reconciliation_runs set status = 'RUNNING', phase = 'LIST_OURS' where id = $1`, [
      id,
    ]);
    await rig.startProcess(true);
    const ended = await eventually(async () => {
      const run = await rig.of(ReconciliationService).get(caller, id);
      expect(run.finished_at).not.toBeNull();
      return run;
    });
    expect(ended).toMatchObject({ status: 'SUCCEEDED', error: null, examined: 1, drifted: 1 });
  } finally {
    await rig.stop();
  }
});
