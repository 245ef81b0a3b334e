import { randomUUID } from 'node:crypto';
import { GroupService } from '@rollcall/directory';
import { AdminRole, AdminTokenService, type Admin } from '@rollcall/tenancy';
import { BatchExecution } from '../../../libs/passkeys/src/batches/batch-execution.js';
import { EnrollmentBatches } from '../../../libs/passkeys/src/batches/enrollment-batches.js';
import { Enrollee } from './enrollee.js';
import { type PasskeysApp, startPasskeysApp } from './passkeys-app.js';

let on: PasskeysApp;
let batches: EnrollmentBatches;
let admin: Admin;
const prefix = randomUUID();

beforeAll(async () => {
  on = await startPasskeysApp();
  batches = on.app.get(EnrollmentBatches, { strict: false });
  const { record } = await on.app
    .get(AdminTokenService)
    .create(
      { ...on.caller, role: AdminRole.OWNER, root: true, adminTokenId: null },
      { name: 'Ada', role: AdminRole.OPERATOR },
    );
  const actor = { type: 'ADMIN_TOKEN' as const, id: record.id, name: 'Ada' };
  admin = { tenantId: on.caller.tenantId, actor, role: AdminRole.OPERATOR, root: false, adminTokenId: record.id };
});
afterAll(() => on?.stop());

/** Creates a group of `size` people. */
async function groupOf(size: number) {
  const people = [];
  for (let at = 0; at < size; at += 1) people.push(await on.person(`${randomUUID()}@${prefix}`));
  const draft = { displayName: randomUUID(), externalId: null, profile: {} };
  const ids = people.map(({ id }) => id);
  const group = await on.app.get(GroupService, { strict: false }).create(on.caller, on.integration.id, draft, ids);
  return { group, people };
}

const start = (groupId: string, renew = false) =>
  batches.start(admin, { integrationId: on.integration.id, groupId, renew });

/** Does what the worker does when it is notified of a batch. */
const work = () => on.app.get(BatchExecution, { strict: false }).carryOne(new AbortController().signal);

async function openLinks(identityIds: readonly string[]): Promise<number[]> {
  const rows = await on.database.query<{ open: number }>(
    `select count(e.id)::int as open from unnest($1::uuid[]) with ordinality wanted (id, place)
       left join enrollments e on e.identity_id = wanted.id and e.used_at is null and e.expires_at > now()
     group by place order by place`,
    [identityIds],
  );
  return rows.map(({ open }) => open);
}

it('makes a link for each active member without a passkey, which can be fetched until it is discarded', async () => {
  const { group, people } = await groupOf(60);
  const [enrolled, suspended, invited] = people;
  await on.passkeys.recordPasskey(on.caller, { identityId: enrolled!.id, externalId: randomUUID() });
  await on.identities.setActive(on.caller, on.integration.id, suspended!.id, false);
  const before = await on.enrollments.createEnrollment(on.caller, { identityId: invited!.id });

  const { id, total, status } = await start(group.id);
  expect({ total, status }).toEqual({ total: 60, status: 'QUEUED' });
  await expect(batches.fetchLinks(admin, id, null)).rejects.toThrow('not complete yet');
  expect(await work()).toBe(true);
  expect(await batches.get(admin, id)).toMatchObject({ status: 'SUCCEEDED', examined: 60, created: 57, kept: 1 });

  const { links, next } = await batches.fetchLinks(admin, id, null);
  expect([links.length, next]).toEqual([57, null]);
  expect(await batches.fetchLinks(admin, id, null)).toEqual({ links, next });
  const bound = new Enrollee(on, links[0]!.url);
  expect((await bound.bind()).status).toBe(200);
  expect((await new Enrollee(on, before.url).page()).status).toBe(200);
  expect((await batches.fetchLinks(admin, id, null)).links).toHaveLength(56);

  await batches.discardLinks(admin, id);
  await expect(batches.fetchLinks(admin, id, null)).rejects.toThrow('can no longer be fetched');
  expect((await new Enrollee(on, links[1]!.url).page()).status).toBe(200);
  const [{ secrets } = { secrets: 1 }] = await on.database.query<{ secrets: number }>(
    'select count(sealed_secret)::int as secrets from enrollment_batches where id = $1',
    [id],
  );
  expect(secrets).toBe(0);
});

it('replaces open links on request', async () => {
  const { group, people } = await groupOf(2);
  const before = await on.enrollments.createEnrollment(on.caller, { identityId: people[0]!.id });
  const { id } = await start(group.id, true);
  await work();
  expect(await batches.get(admin, id)).toMatchObject({ created: 2, kept: 0 });
  expect((await new Enrollee(on, before.url).page()).status).toBe(410);
  expect(await openLinks(people.map((person) => person.id))).toEqual([1, 1]);
});

it('runs once at a time per integration, and can be cancelled; links that were made stay valid', async () => {
  const { group } = await groupOf(1);
  const { id } = await start(group.id);
  await expect(start(group.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await batches.cancel(admin, id)).toMatchObject({ status: 'CANCELLED' });
  await expect(batches.cancel(admin, id)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await work()).toBe(false);
});

it('continues after the last processed person when another process takes it over, and makes one link for each person', async () => {
  const { group, people } = await groupOf(60);
  const { id } = await start(group.id, true);
  const stop = new AbortController();
  stop.abort();
  await on.app.get(BatchExecution, { strict: false }).carryOne(stop.signal);
  expect(await batches.get(admin, id)).toMatchObject({ status: 'RUNNING', examined: 25, locked_by: null });
  await work();
  expect(await batches.get(admin, id)).toMatchObject({ status: 'SUCCEEDED', examined: 60, created: 60 });
  expect(await openLinks(people.map((person) => person.id))).toEqual(people.map(() => 1));
  const [{ made } = { made: 0 }] = await on.database.query<{ made: number }>(
    'select count(*)::int as made from enrollments where identity_id = any ($1::uuid[])',
    [people.map((person) => person.id)],
  );
  expect(made).toBe(60);
});

it('ends when the links may no longer be fetched, and keeps the newest twenty', async () => {
  const { group } = await groupOf(1);
  const { id } = await start(group.id, true);
  await work();
  await on.database.execute(`update enrollment_batches set links_until = now() - interval '1 hour' where id = $1`, [
    id,
  ]);
  await expect(batches.fetchLinks(admin, id, null)).rejects.toThrow('can no longer be fetched');
  await on.app.get(BatchExecution, { strict: false }).forgetOverdue();
  expect(await batches.get(admin, id)).toMatchObject({ sealed_secret: null, links_until: null });
  for (let at = 0; at < 21; at += 1) await batches.cancel(admin, (await start(group.id)).id);
  expect(await batches.list(admin, on.integration.id)).toHaveLength(21);
});

it('stops when the administrator who started it is revoked', async () => {
  const { group, people } = await groupOf(1);
  const { id } = await start(group.id, true);
  await on.database.execute('update admin_tokens set revoked_at = now() where id = $1', [admin.adminTokenId]);
  await work();
  expect(await batches.get(admin, id)).toMatchObject({
    status: 'FAILED',
    error: 'Ada may no longer create enrollment links.',
  });
  expect(await openLinks([people[0]!.id])).toEqual([0]);
});
