import type { IntegrationKey } from '@rollcall/directory';
import { newId } from '@rollcall/platform';
import { eventually } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';

describe('the schedule of reconciliations', () => {
  let rig: Rig;
  let key: IntegrationKey;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
  });

  /** Makes the settings nine days old, and the last scheduled run `days` days old. */
  async function lastRunDaysAgo(integrationId: string, days: number): Promise<void> {
    await rig.database.execute(
      `update registration_syncs set updated_at = now() - interval '9 days' where integration_id = $1`,
      [integrationId],
    );
    await rig.database.execute(
      `insert into reconciliation_runs (tenant_id, id, integration_id, dry_run, max_change_ratio, requested_by, scheduled, status, created_at, finished_at)
       values ($1, $2, $3, false, 0.2, 'schedule', true, 'SUCCEEDED', now() - $4::integer * interval '1 day', now())`,
      [key.tenantId, newId(), integrationId, days],
    );
  }

  async function restart(): Promise<void> {
    await rig.stopProcesses();
    await rig.startProcess();
  }

  async function newRuns(integrationId: string) {
    return rig.database.query<{ status: string; scheduled: boolean }>(
      `select status, scheduled from reconciliation_runs where integration_id = $1 and created_at > now() - interval '1 hour'`,
      [integrationId],
    );
  }

  it('starts a missed run later, once for all workers', async () => {
    await lastRunDaysAgo(key.integrationId, 3);
    await restart();
    await rig.startProcess();
    await eventually(async () =>
      expect(await newRuns(key.integrationId)).toEqual([{ status: 'SUCCEEDED', scheduled: true }]),
    );
    await rig.startProcess();
    expect(await newRuns(key.integrationId)).toHaveLength(1);
  });

  it('starts nothing before the first scheduled time after the settings were made', async () => {
    await restart();
    await rig.doctorHasBeen();
    expect(await newRuns(key.integrationId)).toEqual([]);
  });

  it('starts the runs of the integrations after one that fails', async () => {
    const other = await rig.integration('other.okta.com');
    await lastRunDaysAgo(key.integrationId, 3);
    await lastRunDaysAgo(other.integrationId, 3);
    const [first = ''] = (
      await rig.database.query<{ id: string }>(`select integration_id as id from registration_syncs`)
    ).map(({ id }) => id);
    await rig.database.execute(
      `alter table reconciliation_runs add constraint refused check (integration_id <> '${first}' or created_at < now() - interval '1 hour') not valid`,
    );
    await restart();
    const second = first === key.integrationId ? other.integrationId : key.integrationId;
    await eventually(async () => expect(await newRuns(second)).toEqual([{ status: 'SUCCEEDED', scheduled: true }]));
    expect(await newRuns(first)).toEqual([]);
  });
});
