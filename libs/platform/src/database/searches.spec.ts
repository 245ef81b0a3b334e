import { DomainError } from '../errors/domain-error.js';
import { TenantCosts } from '../rate-limit/tenant-costs.js';
import type { Database } from './database.js';
import { Searches } from './searches.js';
import type { Sql } from './sql.js';

const settled = () => new Promise(setImmediate);

/** Statements that end when the test releases them. */
class SlowDatabase {
  readonly started: string[] = [];
  readonly ends: ((error?: Error) => void)[] = [];

  readonly query = (text: string): Promise<object[]> => {
    this.started.push(text);
    return new Promise((resolve, reject) =>
      this.ends.push((error) => (error === undefined ? resolve([]) : reject(error))),
    );
  };

  readonly execute = async (text: string): Promise<number> => {
    if (text.startsWith('set')) return this.started.push(text);
    return (await this.query(text)).length;
  };

  transaction<T>(work: (tx: unknown) => Promise<T>): Promise<T> {
    return work(this);
  }
}

const TIMEOUT = 'set local statement_timeout = 3000';
const CANCELED = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });
const of = (tenantId: string) => ({ tenantId, field: 'filter', advice: 'Ask for less.' });

let database: SlowDatabase;
let searches: Searches;
beforeEach(() => {
  database = new SlowDatabase();
  searches = new Searches(database as unknown as Database, new TenantCosts());
});
// Ends the searches that still run, because a waiting search would fail ten seconds later, during another test.
afterEach(async () => {
  for (let last = -1; last < database.started.length;) {
    last = database.started.length;
    for (const end of database.ends.splice(0)) end();
    await settled();
  }
});

it('runs two searches of a tenant at once, each with a timeout; another tenant does not wait', async () => {
  for (let count = 0; count < 5; count += 1) void searches.run(of('a'), 'slow', []);
  await settled();
  expect(database.started).toEqual([TIMEOUT, TIMEOUT, 'slow', 'slow']);
  void searches.run(of('b'), 'other', []);
  await settled();
  expect(database.started.at(-1)).toBe('other');
  database.ends[0]?.();
  await settled();
  expect(database.started.filter((text) => text === 'slow')).toHaveLength(3);
});

it('refuses a search whose statement was canceled because it took too long, and throws other errors unchanged', async () => {
  const canceled = searches.run(of('a'), 'slow', []);
  const failed = searches.run(of('b'), 'slow', []);
  await settled();
  database.ends[0]?.(CANCELED);
  database.ends[1]?.(new Error('gone'));
  await expect(canceled).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'filter',
    message: 'The filter takes more than 3 s. Ask for less.',
  });
  await expect(canceled).rejects.toBeInstanceOf(DomainError);
  await expect(failed).rejects.toThrow('gone');
});

it('limits the time of a change whose condition a client chose, but not that of later statements in the transaction', async () => {
  const change = searches.execute(database as unknown as Sql, of('a'), 'delete', []);
  await settled();
  database.ends[0]?.();
  await change;
  expect(database.started).toEqual([TIMEOUT, 'delete', 'set local statement_timeout to default']);

  const canceled = searches.execute(database as unknown as Sql, of('a'), 'delete', []);
  await settled();
  database.ends[1]?.(CANCELED);
  await expect(canceled).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'filter' });
});
