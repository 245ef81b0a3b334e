import { ConfigError } from '../config/environment.js';

/** The embedded PostgreSQL cannot run on this machine. The message says why and what to do. */
export class EmbeddedPostgresError extends ConfigError {}

const NO_SPACE = /No space left on device|Disk quota exceeded/;

/** The error for the output of a failed PostgreSQL program. The message is one line when the disk is full, otherwise the whole output. */
export function postgresFailure(what: string, said: string, folder: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    NO_SPACE.test(said)
      ? `the disk is full: PostgreSQL cannot write in ${folder}. Free space there, or set DATA_DIR to a folder on another disk`
      : `${what}:\n${said}`,
  );
}
