import { ConfigError } from '../config/environment.js';

/** The embedded PostgreSQL cannot run here; the message says why and what to do. */
export class EmbeddedPostgresError extends ConfigError {}

const NO_SPACE = /No space left on device|Disk quota exceeded/;

/** The output of a failed PostgreSQL program: one line when the disk is full, otherwise all of it. */
export function postgresFailure(what: string, said: string, folder: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    NO_SPACE.test(said)
      ? `the disk is full: PostgreSQL cannot write in ${folder}. Free space there, or set DATA_DIR to a folder on another disk`
      : `${what}:\n${said}`,
  );
}
