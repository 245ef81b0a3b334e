import type { QueryResult } from 'pg';
import { RememberedReads } from './remembered-reads.js';

const result = (command: string, rows: object[]): QueryResult => ({
  command,
  rowCount: rows.length,
  oid: 0,
  fields: [],
  rows,
});
const READ = 'select name, updated_at from tenants where id = $1';
const CLAIM = `with due as materialized (select id from tenants for update skip locked)
  update tenants t set name = 'x' from due where t.id = due.id returning t.id`;

describe('reads that a simulation remembers', () => {
  let reads: RememberedReads;
  beforeEach(() => {
    reads = new RememberedReads();
    reads.note(READ, ['1'], result('SELECT', [{ name: 'Acme' }]));
  });

  it('answers the same statement with the same values, in rows of its own', () => {
    Object.assign(reads.find(READ, ['1'])!.rows[0]!, { name: 'changed by the caller' });
    expect(reads.find(READ, ['1'])?.rows).toEqual([{ name: 'Acme' }]);
    expect(reads.find(READ, ['2'])).toBeUndefined();
  });

  it('keeps its answers while a claim finds nothing, and forgets them when a claim changes a row', () => {
    reads.note(CLAIM, [], result('UPDATE', []));
    expect(reads.find(READ, ['1'])).toBeDefined();
    reads.note(CLAIM, [], result('UPDATE', [{ id: '1' }]));
    expect(reads.find(READ, ['1'])).toBeUndefined();
  });

  it.each([
    ['a change inside a CTE', 'with gone as (delete from tenants returning id) select id from gone', 'SELECT'],
    ['two changes', 'with one as (update tenants set name = $1) update tenants set name = $1', 'UPDATE'],
    ['an insert', 'insert into tenants (id) values ($1)', 'INSERT'],
  ])('forgets after %s, because its row count is no proof that nothing changed', (_, text, command) => {
    reads.note(text, ['2'], result(command, command === 'INSERT' ? [{ id: '2' }] : []));
    expect(reads.find(READ, ['1'])).toBeUndefined();
  });

  it.each([
    'select id from runs where due_at < now()',
    'select id from runs for update skip locked',
    "select nextval('runs')",
    'select pg_advisory_xact_lock(1)',
    'select l.objid from pg_locks l',
  ])('asks the server each time for: %s', (text) => {
    reads.note(text, [], result('SELECT', [{ id: '1' }]));
    expect(reads.find(text, [])).toBeUndefined();
    expect(reads.isTimeless(text)).toBe(false);
  });
});
