import { postgresFailure } from './embedded-postgres-error.js';

test('a full disk is reported in one line that contains the folder', () => {
  const said =
    'creating configuration files ... initdb: error: could not write file "postgresql.conf": No space left on device';
  expect(postgresFailure('initdb failed', `The files belong to ada.\n${said}`, '/data').message).toBe(
    'the disk is full: PostgreSQL cannot write in /data. Free space there, or set DATA_DIR to a folder on another disk',
  );
});

test('any other failure is reported with the output of the program', () => {
  expect(postgresFailure('initdb failed', 'invalid locale', '/data').message).toBe('initdb failed:\ninvalid locale');
});
