import {
  IsFQDN,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  validateSync,
} from 'class-validator';
import { plainToInstance, Transform } from 'class-transformer';
import { LOG_LEVELS, type LogLevel } from './app-config.js';
import { IsAllowedHosts } from './allowed-host.js';
import { IsCron } from './cron.js';
import { IsTrustedProxies } from './trusted-proxies.js';

const Numeric = () =>
  Transform(({ value }) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value));
const IsPort = () => {
  const message = 'must be a port: a whole number from 1 to 65535';
  return (target: object, property: string) => {
    for (const rule of [IsInt({ message }), Min(1, { message }), Max(65_535, { message })]) rule(target, property);
  };
};
const IsPostgresUrl = () => Matches(/^postgres(ql)?:\/\//, { message: 'must be a postgres:// connection string' });
const NumberBetween = (least: number, most: number) => {
  const message = `must be a number from ${least} to ${most}, such as 0.5`;
  return (target: object, property: string) => {
    for (const rule of [IsNumber({}, { message }), Min(least, { message }), Max(most, { message })])
      rule(target, property);
  };
};
const IsCount = () => {
  const message = 'must be a whole number, 0 or more';
  return (target: object, property: string) => {
    for (const rule of [IsInt({ message }), Min(0, { message })]) rule(target, property);
  };
};

/** The documented environment variables, each with its validation rule. */
export class Environment {
  @IsPort() @Numeric() PORT = 3000;
  @IsOptional() @IsString() HOST?: string;
  @IsOptional()
  @IsUrl(
    { require_tld: false, require_protocol: true, protocols: ['http', 'https'] },
    { message: 'must be an address such as https://rollcall.example.com' },
  )
  PUBLIC_URL?: string;
  @IsOptional()
  @IsFQDN({ require_tld: false }, { message: 'must be a host name such as login.example.com, without scheme or port' })
  PASSKEY_HOST?: string;
  @IsOptional() @IsPostgresUrl() DATABASE_URL?: string;
  @IsOptional() @IsPostgresUrl() DATABASE_DIRECT_URL?: string;
  @IsIn(['on', 'off']) DATABASE_PREPARE: 'on' | 'off' = 'on';
  @IsIn(['on', 'off']) MIGRATE: 'on' | 'off' = 'on';
  @IsString() DATA_DIR = '.data';
  @IsOptional()
  @Matches(/^\S{16,}$/, { message: 'must be at least 16 characters without spaces' })
  ADMIN_TOKEN?: string;
  @IsOptional()
  @Matches(/^[\w-]+:[A-Za-z0-9+/_-]{43}=?(,[\w-]+:[A-Za-z0-9+/_-]{43}=?)*$/, {
    message: 'must be id:base64 pairs of 32-byte keys, separated by commas (openssl rand -base64 32)',
  })
  ENCRYPTION_KEYS?: string;
  @IsIn(['on', 'off']) WORKER: 'on' | 'off' = 'on';
  @IsAllowedHosts() OKTA_ALLOWED_HOSTS = '';
  @NumberBetween(0.01, 1) @Numeric() OKTA_RATE_SHARE = 0.5;
  @IsCron() RECONCILE_CRON = '0 3 * * *';
  @IsCount() @Numeric() SCIM_RATE_LIMIT = 60_000;
  @NumberBetween(0, 60) @Numeric() DRAIN_SECONDS = 0;
  @IsCount() @Numeric() SIGN_IN_RATE_LIMIT = 60;
  @IsCount() @Numeric() TOKEN_RATE_LIMIT = 120;
  @IsCount() @Numeric() GRAPHQL_RATE_LIMIT = 12_000;
  @IsCount() @Numeric() ANONYMOUS_RATE_LIMIT = 600;
  @IsCount() @Numeric() PAGE_RATE_LIMIT = 12_000;
  @IsOptional() @IsIn(['on', 'off']) GRAPHQL_INTROSPECTION?: 'on' | 'off';
  @IsCount() @Numeric() AUDIT_RETENTION_DAYS = 0;
  @IsTrustedProxies() TRUST_PROXY = '';
  @IsOptional() @IsString() NODE_ENV?: string;
  @IsIn(LOG_LEVELS) LOG_LEVEL: LogLevel = 'info';
  @IsOptional() @IsPort() @Numeric() METRICS_PORT?: number;
}

/** A wrong environment variable. The message is one line that contains its name. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** @throws ConfigError with the names of all wrong variables */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const errors = validateSync(environment, { skipMissingProperties: false });
  if (errors.length > 0) {
    const reasons = errors.map(({ property, constraints }) => {
      const reason = Object.values(constraints ?? {})[0] ?? 'is wrong';
      return reason.startsWith(property) ? reason : `${property} ${reason}`;
    });
    throw new ConfigError(reasons.join('; '));
  }
  if (environment.METRICS_PORT === environment.PORT) {
    throw new ConfigError(`METRICS_PORT must be another port than PORT (${environment.PORT})`);
  }
  return environment;
}
