import type { IntegrationKey } from '@rollcall/directory';
import { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { Rig } from '../integration/okta-sync/rig.js';
import { eventually } from '../support/index.js';

const PATIENCE = { pauseMs: 100 };
const PLENTY = { 'POST /users/{id}': 100_000, 'GET /users/{id}': 100_000, other: 100_000 };

let rig: Rig;
let silent: OktaSimulator;
let well: OktaSimulator;

beforeAll(async () => {
  const options = { rateLimits: PLENTY, registrationAttribute: true };
  [rig, silent, well] = await Promise.all([
    Rig.start({ real: true }),
    OktaSimulator.start(options),
    OktaSimulator.start(options),
  ]);
});
afterAll(async () => {
  await rig?.stop();
  await silent?.stop();
  await well?.stop();
});

async function bindAll(okta: OktaSimulator, key: IntegrationKey, count: number): Promise<string[]> {
  const ids = await Promise.all(
    okta
      .addPeople(count)
      .map(({ id, profile }) => rig.person(key, { externalId: id, userName: String(profile.login) })),
  );
  await Promise.all(ids.map((id) => rig.bind(key, id)));
  return ids;
}

it('an org that accepts requests and never answers uses a few connections, and slows no other org down', async () => {
  const [silentKey, wellKey] = [
    await rig.integration(silent.domain, silent.apiToken),
    await rig.integration(well.domain, well.apiToken),
  ];
  silent.pause();
  const waiting = await bindAll(silent, silentKey, 200);
  await eventually(() => expect(silent.org.gate.waitingCount).toBeGreaterThan(0), PATIENCE);
  await bindAll(well, wellKey, 100);
  await eventually(() => expect(well.trueSet()).toHaveLength(100), PATIENCE);

  expect(silent.trueSet()).toEqual([]);
  expect(await silent.openConnections()).toBeLessThanOrEqual(16);
  await eventually(async () => {
    const [row] = await rig.database.query<{ late: number }>(
      `select count(*)::int as late from registrations where identity_id = any($1) and last_error like '%timed out%'`,
      [waiting],
    );
    expect(row?.late).toBeGreaterThan(0);
  }, PATIENCE);

  silent.resume();
  await eventually(() => expect(silent.trueSet()).toHaveLength(200), PATIENCE);
});
