import {
  AUDIT_ACTIONS,
  type AuditChain,
  type AuditTrail,
  type Caller,
  type Database,
  systemCaller,
} from '@rollcall/platform';
import { auditChainOf, auditRetentionOf } from './audit-rig.js';
import { auditTrailOf, createDatabase, seedTenant, type TestDatabase } from '../../support/index.js';

/** A retention period in days that is over at once. */
const MOMENT_DAYS = 1e-9;

let on: TestDatabase;
let database: Database;
let trail: AuditTrail;
let chain: AuditChain;

beforeAll(async () => {
  on = await createDatabase();
  ({ database } = on);
  trail = auditTrailOf(database);
  chain = auditChainOf(database);
});
afterAll(() => on.drop());

const newTenant = async (): Promise<Caller> => systemCaller(await seedTenant(database), 'test');

/** Records events in batches, and seals each batch. @returns the ids of the events, in order */
async function record(caller: Caller, ...batches: number[]): Promise<string[]> {
  let count = 0;
  for (const size of batches) {
    for (const end = count + size; count < end; count += 1) {
      await trail.record(database, caller, {
        action: AUDIT_ACTIONS[count % AUDIT_ACTIONS.length]!,
        detail: { b: count, a: 'ü' },
      });
    }
    await chain.seal(caller.tenantId);
  }
  const rows = await database.query<{ id: string }>('select id from audit_events where tenant_id = $1 order by id', [
    caller.tenantId,
  ]);
  return rows.map(({ id }) => id);
}

/** Executes a statement with the rights of the owner of the tables. An attacker may have these rights. */
async function tamper(statement: string, values: unknown[]): Promise<void> {
  await database.transaction(async (tx) => {
    for (const table of ['audit_events', 'audit_seals']) await tx.execute(`alter table ${table} disable trigger user`);
    expect(await tx.execute(statement, values)).toBeGreaterThan(0);
    for (const table of ['audit_events', 'audit_seals']) await tx.execute(`alter table ${table} enable trigger user`);
  });
}

it('seals what was committed, in order, and verifies it', async () => {
  const caller = await newTenant();
  await record(caller, 3, 2);
  await trail.record(database, caller, { action: 'session.started' });
  expect(await chain.head(caller)).toMatchObject({ sequence: 2, events: 5, unsealed: 1 });
  expect(await chain.verify(caller)).toMatchObject({ point: { sequence: 2, events: 5 }, verified: 5, done: true });
  expect(await chain.tenantsToSeal()).toContain(caller.tenantId);
  await chain.seal(caller.tenantId);
  expect(await chain.tenantsToSeal()).not.toContain(caller.tenantId);
  expect(await chain.seal(caller.tenantId)).toBeUndefined();
});

it('does not seal an event that is not committed, and seals it later', async () => {
  const caller = await newTenant();
  await database.transaction(async (tx) => {
    await trail.record(tx, caller, { action: 'session.started' });
    await trail.record(database, caller, { action: 'session.ended' });
    expect(await chain.seal(caller.tenantId)).toMatchObject({ events: 1 });
  });
  expect(await chain.seal(caller.tenantId)).toMatchObject({ sequence: 2, events: 2 });
  expect((await chain.verify(caller)).broken).toBeUndefined();
});

it('stays one chain when several workers seal at the same time', async () => {
  const caller = await newTenant();
  const writing = record(caller, ...Array<number>(20).fill(2));
  const sealing = Array.from({ length: 40 }, () => chain.seal(caller.tenantId));
  await Promise.all([writing, ...sealing]);
  while ((await chain.head(caller)).unsealed > 0) await chain.seal(caller.tenantId);
  expect(await chain.head(caller)).toMatchObject({ events: 40 });
  const { broken, point } = await verifyAll(caller);
  expect([broken, point.events]).toEqual([undefined, 40]);
});

/** Verifies the chain part by part, as the command line does. */
async function verifyAll(caller: Caller) {
  let part = await chain.verify(caller);
  while (!part.done) part = await chain.verify(caller, part.point);
  return part;
}

it('is verified in parts if it has many seals, and each part must start at an existing seal', async () => {
  const caller = await newTenant();
  await record(caller, ...Array<number>(25).fill(1));
  const first = await chain.verify(caller);
  expect(first).toMatchObject({ verified: 20, done: false });
  expect(await chain.verify(caller, first.point)).toMatchObject({ verified: 5, done: true });
  const other = { sequence: 20, hash: Buffer.alloc(32) };
  expect((await chain.verify(caller, other)).broken).toEqual({ kind: 'HEAD_CHANGED', sequence: 20 });
});

describe('the stored log is append-only', () => {
  it.each([
    `update audit_events set actor_name = 'nobody' where tenant_id = $1`,
    `delete from audit_events where tenant_id = $1`,
    `update audit_seals set events = 0 where tenant_id = $1`,
    `delete from audit_seals where tenant_id = $1`,
  ])('%s is refused', async (statement) => {
    const caller = await newTenant();
    await record(caller, 1);
    await expect(database.execute(statement, [caller.tenantId])).rejects.toThrow('is append-only');
  });

  it.each(['audit_events', 'audit_seals'])('truncate %s is refused', async (table) => {
    await expect(database.execute(`truncate ${table}`)).rejects.toThrow('is append-only');
  });
});

describe('the verification detects an attacker', () => {
  it.each([
    ['changes an event', 'EVENT_CHANGED', `update audit_events set detail = '{"a":"x"}' where id = $1`],
    [
      'changes its time by a microsecond',
      'EVENT_CHANGED',
      `update audit_events set at = at + interval '1 microsecond' where id = $1`,
    ],
    ['deletes an event', 'EVENT_DELETED', 'delete from audit_events where id = $1'],
  ])('who %s', async (_, kind, statement) => {
    const caller = await newTenant();
    const ids = await record(caller, 2, 2);
    await tamper(statement, [ids[2]]);
    expect((await chain.verify(caller)).broken).toMatchObject({ kind, sequence: 2, eventId: ids[2] });
  });

  it('who inserts an event without the queue', async () => {
    const caller = await newTenant();
    const [first] = await record(caller, 2);
    const forged = '0198c0de-0000-7000-8000-000000000000';
    await tamper(
      `insert into audit_events (tenant_id, id, actor_type, actor_id, actor_name, action)
       select tenant_id, $2, actor_type, actor_id, actor_name, 'forged' from audit_events where id = $1`,
      [first, forged],
    );
    expect((await chain.verify(caller)).broken).toEqual({ kind: 'EVENT_INSERTED', sequence: 1, eventId: forged });
  });

  it('who swaps two events, or deletes a seal with its events', async () => {
    const caller = await newTenant();
    const ids = await record(caller, 2, 2, 2);
    await tamper(
      `update audit_events e set action = o.action, detail = o.detail from audit_events o
       where (e.id, o.id) in (($1, $2), ($2, $1))`,
      [ids[0], ids[1]],
    );
    expect((await chain.verify(caller)).broken).toMatchObject({ kind: 'EVENT_CHANGED', eventId: ids[0] });

    const another = await newTenant();
    const others = await record(another, 1, 1, 1);
    await tamper('delete from audit_events where id = $1', [others[1]]);
    await tamper('delete from audit_seals where tenant_id = $1 and sequence = 2', [another.tenantId]);
    expect((await chain.verify(another)).broken).toEqual({ kind: 'SEAL_MISSING', sequence: 2, missing: 1 });
  });

  it.each([
    ['while nothing is pruned', 0],
    ['for what is younger than the retention', 30],
    ['for what no pruning event names', MOMENT_DAYS],
  ])('who deletes everything before a forged anchor, %s, also by a head that was stored elsewhere', async (_, days) => {
    const caller = await newTenant();
    await record(caller, 2, 2);
    const head = await chain.head(caller);
    await database.execute(
      `insert into audit_anchors (tenant_id, sequence, newest_at, events, hash)
       select tenant_id, sequence, newest_at, events, hash from audit_seals where tenant_id = $1 and sequence = 2`,
      [caller.tenantId],
    );
    await tamper('delete from audit_events where tenant_id = $1', [caller.tenantId]);
    await tamper('delete from audit_seals where tenant_id = $1', [caller.tenantId]);
    const missing = { kind: 'SEAL_MISSING', sequence: 1, missing: 4 };
    const verifying = auditChainOf(database, days);
    expect((await verifying.verify(caller, head)).broken).toEqual(missing);
    expect((await verifying.verify(caller)).broken).toEqual(missing);
  });

  it('who deletes the end of the chain, by the head that was stored elsewhere', async () => {
    const caller = await newTenant();
    const ids = await record(caller, 1, 1);
    const head = await chain.head(caller);
    await tamper('delete from audit_events where id = $1', [ids[1]]);
    await tamper('delete from audit_seals where tenant_id = $1 and sequence = 2', [caller.tenantId]);
    expect((await chain.verify(caller)).broken).toBeUndefined();
    expect((await chain.verify(caller, head)).broken).toEqual({ kind: 'HEAD_CHANGED', sequence: 2 });
  });
});

it('continues from its anchor after old seals were pruned', async () => {
  const caller = await newTenant();
  const ids = await record(caller, 2, 2);
  await database.execute('select pg_sleep(0.01)');
  const [{ at } = { at: new Date() }] = await database.query<{ at: Date }>('select clock_timestamp() as at');
  await database.execute('select pg_sleep(0.01)');
  expect(await auditRetentionOf(database).prune(caller.tenantId, at)).toBe(2);
  const left = await database.query('select action, detail from audit_events where tenant_id = $1', [caller.tenantId]);
  const anchor = { sequence: 2, events: 4, hash: expect.stringMatching(/^[0-9a-f]{64}$/), before: at.toISOString() };
  expect(left).toEqual([{ action: 'audit.pruned', detail: anchor }]);
  const all = await record(caller, 3);
  expect(all.some((id) => ids.includes(id))).toBe(false);
  const pruning = auditChainOf(database, MOMENT_DAYS);
  expect(await pruning.verify(caller)).toMatchObject({
    point: { sequence: 3, events: 8 },
    verified: 4,
    pruned: 4,
    done: true,
  });
  await tamper('update audit_events set action = $2 where id = $1', [all[1], 'forged']);
  expect((await pruning.verify(caller)).broken).toMatchObject({ kind: 'EVENT_CHANGED', eventId: all[1] });
});
