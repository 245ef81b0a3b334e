import { isDatabaseAway } from './is-database-away.js';

const failure = (message: string, code?: string) =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

test.each([
  failure('terminating connection due to administrator command', '57P01'),
  failure('the database system is starting up', '57P03'),
  failure('sorry, too many clients already', '53300'),
  failure('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED'),
  failure('timeout exceeded when trying to connect'),
  failure('Connection terminated unexpectedly'),
  failure('canceling statement due to statement timeout', '57014'),
  failure('could not extend file: No space left on device', '53100'),
  failure('cannot execute INSERT in a read-only transaction', '25006'),
  failure('Query read timeout'),
  failure('Client has encountered a connection error and is not queryable'),
])('%s: the database is temporarily unavailable', (error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([failure('duplicate key', '23505'), failure('x'), undefined])('%s: the database is available', (error) => {
  expect(isDatabaseAway(error)).toBe(false);
});
