import { ConfigError } from '../config/environment.js';

/** The embedded PostgreSQL cannot run here; the message says why and what to do. */
export class EmbeddedPostgresError extends ConfigError {}
