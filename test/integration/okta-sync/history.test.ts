import { IdentityService, type IntegrationKey } from '@rollcall/directory';
import { RegistrationRetrier } from '@rollcall/okta-sync';
import { systemCaller } from '@rollcall/platform';
import { RegistrationHistory } from '../../../libs/okta-sync/src/history/registration-history.js';
import { eventually } from '../../support/index.js';
import { type Rig, rigForEach } from './rig.js';

const REFUSED = { kind: 'ERROR', status: 403, code: 'E0000006', summary: 'No rights', resetAt: undefined } as const;
const BROKEN = { kind: 'ERROR', status: 500, code: 'E0000009', summary: 'Okta broke', resetAt: undefined } as const;

let rig: Rig;
let key: IntegrationKey;
rigForEach((fresh, integration) => {
  rig = fresh;
  key = integration;
});

const page = (identityId: string, first = 50, after?: string) =>
  rig.of(RegistrationHistory).of({ ...key, identityId }, { first, ...(after !== undefined && { after }) });
/** The registration history of an identity, oldest entry first. */
const told = async (identityId: string) =>
  (await page(identityId)).nodes.toReversed().map(({ kind, desired, confirmed }) => [kind, desired, confirmed]);

it('shows the desired and the confirmed values, and nothing about an import', async () => {
  const ada = await rig.person(key);
  await rig.change(key, ada, {});
  expect(await told(ada)).toEqual([]);
  await rig.bind(key, ada);
  await rig.settles(ada, { state: 'IN_SYNC', confirmed: true });
  await rig.change(key, ada, { passkeys: 2 });
  await rig.change(key, ada, { active: false });
  await rig.settles(ada, { state: 'IN_SYNC', confirmed: false });
  expect(await told(ada)).toEqual([
    ['DESIRED', true, null],
    ['CONFIRMED', true, true],
    ['DESIRED', false, true],
    ['CONFIRMED', false, false],
  ]);
});

it('shows the reason of a retry once, and who requested a retry', async () => {
  const ada = await rig.person(key);
  rig.okta.failWrites(BROKEN);
  await rig.bind(key, ada);
  await eventually(async () => expect((await rig.row(ada))?.attempts).toBeGreaterThanOrEqual(2));
  rig.okta.failWrites(REFUSED);
  await rig.settles(ada, { state: 'PARKED' });
  rig.okta.heal();
  const operator = systemCaller(key.tenantId, 'Grace');
  expect(await rig.of(RegistrationRetrier).retry(operator, key.integrationId, [ada])).toBe(1);
  await rig.settles(ada, { state: 'IN_SYNC', confirmed: true });
  expect((await told(ada)).map(([kind]) => kind)).toEqual(['DESIRED', 'RETRYING', 'PARKED', 'RETRIED', 'CONFIRMED']);
  const notes = (await page(ada)).nodes.toReversed().map(({ note }) => note);
  expect(notes).toEqual([
    null,
    expect.stringContaining('Okta broke'),
    expect.stringContaining('E0000006'),
    'Grace',
    null,
  ]);
});

it('keeps the newest fifty of each person, page by page', async () => {
  const ada = await rig.person(key);
  const grace = await rig.person(key);
  await rig.bind(key, grace);
  await rig.settles(grace, { confirmed: true });
  await rig.stopWorkers();
  for (let turn = 0; turn < 60; turn += 1) await rig.change(key, ada, { passkeys: (turn + 1) % 2 });
  const desired: boolean[] = [];
  let after: string | undefined;
  do {
    const { nodes, cursors, hasNextPage, totalCount } = await page(ada, 20, after);
    expect(typeof totalCount === 'function' ? await totalCount() : totalCount).toBe(50);
    desired.push(...nodes.map((event) => event.desired));
    after = hasNextPage ? cursors.at(-1) : undefined;
  } while (after !== undefined);
  expect(desired).toEqual(Array.from({ length: 50 }, (_, at) => at % 2 === 1));
  expect(await told(grace)).toHaveLength(2);
  await expect(page(ada, 20, Buffer.from('["x"]').toString('base64url'))).rejects.toMatchObject({ field: 'after' });
});

it('is deleted with the person, and not visible to other tenants', async () => {
  const ada = await rig.person(key);
  await rig.bind(key, ada);
  await rig.settles(ada, { confirmed: true });
  const elsewhere = { ...key, tenantId: key.integrationId, identityId: ada };
  expect((await rig.of(RegistrationHistory).of(elsewhere, { first: 50 })).nodes).toEqual([]);
  await rig.of(IdentityService).delete(systemCaller(key.tenantId, 'test'), key.integrationId, ada);
  await eventually(async () => expect(await rig.row(ada)).toBeUndefined());
  expect(await told(ada)).toEqual([]);
});
