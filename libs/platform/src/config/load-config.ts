import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { AppConfig, type EncryptionKey } from './app-config.js';
import { commaSeparated } from './comma-separated.js';
import { ConfigError, Environment, readEnvironment } from './environment.js';
import { type Installation, installationOf } from './installation.js';
import { keepSecret } from './keep-secret.js';
import { misspelledVariables } from './misspelled-variables.js';

/**
 * Reads and checks the environment. Generates missing secrets once and stores them in DATA_DIR with mode 600, if Rollcall may generate
 * them.
 * @throws ConfigError with one line that contains the name of the wrong variable
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): AppConfig {
  const environment = readEnvironment(env);
  const dataDir = resolve(environment.DATA_DIR);
  if (environment.DATABASE_URL && !environment.ENCRYPTION_KEYS) {
    throw new ConfigError(
      'ENCRYPTION_KEYS must be set with DATABASE_URL, as id:base64 (make one with: openssl rand -base64 32)',
    );
  }
  return new AppConfig({
    port: environment.PORT,
    host: environment.HOST ?? (environment.DATABASE_URL ? '::' : 'localhost'),
    publicUrl: (environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`).replace(/\/+$/, ''),
    passkeyHost: environment.PASSKEY_HOST?.toLowerCase(),
    databaseUrl: environment.DATABASE_URL,
    databaseDirectUrl: environment.DATABASE_DIRECT_URL,
    preparedStatements: environment.DATABASE_PREPARE === 'on',
    migrate: environment.MIGRATE === 'on',
    dataDir,
    adminToken:
      environment.ADMIN_TOKEN ??
      keepSecret(dataDir, 'admin-token', () => `rcr_${randomBytes(32).toString('base64url')}`),
    encryptionKeys: parseKeys(
      environment.ENCRYPTION_KEYS ??
        keepSecret(dataDir, 'encryption-keys', () => `k1:${randomBytes(32).toString('base64')}`),
    ),
    worker: environment.WORKER === 'on',
    oktaAllowedHosts: commaSeparated(environment.OKTA_ALLOWED_HOSTS.toLowerCase()),
    oktaRateShare: environment.OKTA_RATE_SHARE,
    reconcileCron: environment.RECONCILE_CRON,
    scimRateLimit: environment.SCIM_RATE_LIMIT,
    drainSeconds: environment.DRAIN_SECONDS,
    signInRateLimit: environment.SIGN_IN_RATE_LIMIT,
    tokenRateLimit: environment.TOKEN_RATE_LIMIT,
    graphqlRateLimit: environment.GRAPHQL_RATE_LIMIT,
    anonymousRateLimit: environment.ANONYMOUS_RATE_LIMIT,
    pageRateLimit: environment.PAGE_RATE_LIMIT,
    graphqlIntrospection:
      (environment.GRAPHQL_INTROSPECTION ?? (environment.NODE_ENV === 'production' ? 'off' : 'on')) === 'on',
    graphiql: environment.NODE_ENV === 'development',
    auditRetentionDays: environment.AUDIT_RETENTION_DAYS,
    trustedProxies: commaSeparated(environment.TRUST_PROXY),
    logLevel: environment.LOG_LEVEL,
    metricsPort: environment.METRICS_PORT,
  });
}

/**
 * Reads the environment like `loadConfig` but creates nothing, because some commands only look for an installation.
 * @throws ConfigError with one line that contains the name of the wrong variable
 */
export function findInstallation(env: NodeJS.ProcessEnv = process.env): Installation {
  return installationOf(readEnvironment(env));
}

/** One line for each variable that looks like a misspelled setting. */
export function environmentWarnings(env: NodeJS.ProcessEnv = process.env): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(Environment, '', false, false);
  return misspelledVariables(env, [...new Set(rules.map(({ propertyName }) => propertyName))]);
}

/** 32 random bytes have about 30 distinct values. Only one of 10^20 random keys has fewer than 12. */
const MIN_DISTINCT_BYTES = 12;

function parseKeys(list: string): EncryptionKey[] {
  const keys = list.split(',').map((pair) => {
    const [id, encoded] = pair.split(':') as [string, string];
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  for (const { id, key } of keys) {
    if (keys.filter((other) => other.id === id).length > 1)
      throw new ConfigError(`ENCRYPTION_KEYS has the id ${id} more than once`);
    if (new Set(key).size < MIN_DISTINCT_BYTES)
      throw new ConfigError(`ENCRYPTION_KEYS: the key ${id} is not random (make one with: openssl rand -base64 32)`);
  }
  return keys;
}
