import { postgresFailure } from './embedded-postgres-error.js';

test('a full disk is one line that names the folder', () => {
  const said =
    'creating configuration files ... initdb: error: could not write file "postgresql.conf": No space left on device';
  expect(postgresFailure('initdb failed', `The files belong to ada.\n${said}`, '/data').message).toBe(
    'the disk is full: PostgreSQL cannot write in /data. Free space there, or set DATA_DIR to a folder on another disk',
  );
});

test('another failure keeps what the program said', () => {
  expect(postgresFailure('initdb failed', 'invalid locale', '/data').message).toBe('initdb failed:\ninvalid locale');
});
