/** The configuration of the process, validated and frozen. The one place that reads the environment is loadConfig. */
export class AppConfig {
  /** TCP port of the HTTP server. */
  readonly port!: number;
  /** Address that the HTTP server binds. */
  readonly host!: string;
  /** Address that browsers and Okta use, without a trailing slash. */
  readonly publicUrl!: string;
  /** The domain that passkeys are bound to; undefined means the host of `publicUrl`. */
  readonly passkeyHost?: string | undefined;
  /** PostgreSQL connection string; undefined means the embedded server. */
  readonly databaseUrl!: string | undefined;
  /** The same database without a pooler, for migrations and LISTEN, which need a dedicated session. */
  readonly databaseDirectUrl!: string | undefined;
  /** Whether statements are prepared by name; a pooler in transaction mode may not support it. */
  readonly preparedStatements!: boolean;
  /** Whether this process migrates the schema at its start; otherwise it waits until another process has migrated it. */
  readonly migrate!: boolean;
  /** Folder of the embedded database and of generated secrets. */
  readonly dataDir!: string;
  /** The root administrator's token. */
  readonly adminToken!: string;
  /** AES-256 keys; the first one encrypts, all decrypt. */
  readonly encryptionKeys!: readonly EncryptionKey[];
  /** Whether this process runs the write-back and the schedules. */
  readonly worker!: boolean;
  /** Hosts that are allowed besides Okta's public domains; entries may be like `127.0.0.1:*` or `*.example.com`. */
  readonly oktaAllowedHosts!: readonly string[];
  /** Share of an Okta rate limit that Rollcall may use, 0 < share <= 1. */
  readonly oktaRateShare!: number;
  /** When the scheduled reconciliation runs (cron, server time). */
  readonly reconcileCron!: string;
  /** SCIM requests a minute that each integration may send to this process; 0: no limit. */
  readonly scimRateLimit!: number;
  /** Seconds for which a stopping server still accepts requests after it reports "not ready". */
  readonly drainSeconds!: number;
  /** Requests a minute to the sign-in routes from one client address; 0: no limit. */
  readonly signInRateLimit!: number;
  /** Requests a minute to the OAuth endpoints from one client id, and five times that from one address; 0: no limit. */
  readonly tokenRateLimit!: number;
  /** GraphQL requests a minute with one token or session, and five times that from one address; 0: no limit. */
  readonly graphqlRateLimit!: number;
  /** Requests a minute without an accepted credential from one client address, at each API that requires one; 0: no limit. */
  readonly anonymousRateLimit!: number;
  /** Requests a minute for pages and their files from one client address; 0: no limit. */
  readonly pageRateLimit!: number;
  /** Whether the admin API allows introspection. */
  readonly graphqlIntrospection!: boolean;
  /** Whether a browser that opens /graphql sees GraphiQL. */
  readonly graphiql!: boolean;
  /** Days after which audit events are deleted; 0: never. */
  readonly auditRetentionDays!: number;
  /** Addresses and networks of the proxies whose X-Forwarded-For is trusted. */
  readonly trustedProxies!: readonly string[];
  readonly logLevel!: LogLevel;
  readonly metricsPort!: number | undefined;

  constructor(values: AppConfig) {
    Object.assign(this, values);
    Object.freeze(this);
  }
}

export interface EncryptionKey {
  id: string;
  /** 32 bytes. */
  key: Buffer;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
