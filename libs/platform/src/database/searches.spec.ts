import { type Database, DomainError, TenantCosts } from '@rollcall/platform';
import type { RowQuery } from './row-query.js';
import { Searches } from './searches.js';

/** Statements that end when the test says so. */
class SlowDatabase {
  readonly started: string[] = [];
  readonly ends: ((error?: Error) => void)[] = [];

  readonly query = (text: string): Promise<object[]> => {
    this.started.push(text);
    return new Promise((resolve, reject) =>
      this.ends.push((error) => (error === undefined ? resolve([]) : reject(error))),
    );
  };

  transaction<T>(work: (tx: unknown) => Promise<T>): Promise<T> {
    const execute = async (text: string): Promise<number> => this.started.push(text);
    return work({ execute, query: this.query });
  }
}

const settled = () => new Promise(setImmediate);
const TIMEOUT = 'set local statement_timeout = 3000';
const filtered = (tenantId: string): RowQuery => ({
  values: [tenantId],
  where: 'x',
  freshPlan: true,
  offset: 0,
  limit: 1,
});

let database: SlowDatabase;
let costs: TenantCosts;
let searches: Searches;
beforeEach(() => {
  costs = new TenantCosts();
  database = new SlowDatabase();
  searches = new Searches(database as unknown as Database, costs);
});

it('runs two searches of a tenant at once, each with a timeout; another tenant does not wait', async () => {
  for (let count = 0; count < 5; count += 1) void searches.run(filtered('a'), 'slow', []);
  await settled();
  expect(database.started).toEqual([TIMEOUT, TIMEOUT, 'slow', 'slow']);
  void searches.run(filtered('b'), 'other', []);
  await settled();
  expect(database.started.at(-1)).toBe('other');
  database.ends[0]?.();
  await settled();
  expect(database.started.filter((text) => text === 'slow')).toHaveLength(3);
});

it('runs lists without a filter, and those by one value, as they are', async () => {
  const { where: _where, ...list } = filtered('a');
  for (let count = 0; count < 5; count += 1) {
    void searches.run(list, 'list', []);
    void searches.run({ ...filtered('a'), freshPlan: false }, 'by name', []);
  }
  await settled();
  expect(database.started).toHaveLength(10);
  expect(database.started).not.toContain(TIMEOUT);
});

it('refuses the filter when the statement is canceled for taking too long, and passes other failures on', async () => {
  const canceled = searches.run(filtered('a'), 'slow', []);
  const failed = searches.run(filtered('b'), 'slow', []);
  await settled();
  database.ends[0]?.(Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }));
  database.ends[1]?.(new Error('gone'));
  await expect(canceled).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'filter' });
  await expect(canceled).rejects.toBeInstanceOf(DomainError);
  await expect(failed).rejects.toThrow('gone');
});
