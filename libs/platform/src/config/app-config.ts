/** The configuration of the process, validated and frozen. Only loadConfig reads the environment. */
export class AppConfig {
  /** TCP port of the HTTP server. */
  readonly port!: number;
  /** Address that the HTTP server binds. */
  readonly host!: string;
  /** The URL that browsers and Okta use, without a trailing slash. */
  readonly publicUrl!: string;
  /** The domain that passkeys are bound to; undefined means the host of `publicUrl`. */
  readonly passkeyHost?: string | undefined;
  /** PostgreSQL connection string; undefined means the embedded server. */
  readonly databaseUrl!: string | undefined;
  /** Connection string of the same database without a pooler, because migrations and LISTEN need a dedicated session. */
  readonly databaseDirectUrl!: string | undefined;
  /** Whether statements are prepared by name. A pooler in transaction mode may not support prepared statements. */
  readonly preparedStatements!: boolean;
  /** True: this process migrates the schema at its start. False: it waits until another process has migrated the schema. */
  readonly migrate!: boolean;
  /** Folder of the embedded database and of generated secrets. */
  readonly dataDir!: string;
  /** The root administrator's token. */
  readonly adminToken!: string;
  /** AES-256 keys. The first key encrypts; every key decrypts. */
  readonly encryptionKeys!: readonly EncryptionKey[];
  /** Whether this process runs the write-back and the schedules. */
  readonly worker!: boolean;
  /** Hosts that are allowed in addition to Okta's public domains, in the form of `127.0.0.1:*` or `*.example.com`. */
  readonly oktaAllowedHosts!: readonly string[];
  /** Share of an Okta rate limit that Rollcall may use, 0 < share <= 1. */
  readonly oktaRateShare!: number;
  /** Time of the scheduled reconciliation (cron expression, time of this server). */
  readonly reconcileCron!: string;
  /** SCIM requests per minute that this process accepts from each integration; 0: no limit. */
  readonly scimRateLimit!: number;
  /** Seconds for which a stopping server still accepts requests while it reports "not ready". */
  readonly drainSeconds!: number;
  /** Sign-in requests per minute from one client address; 0: no limit. */
  readonly signInRateLimit!: number;
  /** Requests per minute to the OAuth endpoints from one client id; five times this number from one address; 0: no limit. */
  readonly tokenRateLimit!: number;
  /** GraphQL requests per minute with one token or session; five times this number from one address; 0: no limit. */
  readonly graphqlRateLimit!: number;
  /** Requests per minute without a valid credential from one client address, to each API that requires a credential; 0: no limit. */
  readonly anonymousRateLimit!: number;
  /** Requests per minute for pages and static files from one client address; 0: no limit. */
  readonly pageRateLimit!: number;
  /** Whether the admin API allows introspection. */
  readonly graphqlIntrospection!: boolean;
  /** Whether /graphql shows GraphiQL to a browser. */
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
