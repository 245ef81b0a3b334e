export { AuditChain, type Verification } from './audit/audit-chain.js';
export { AuditChainRepository } from './audit/audit-chain.repository.js';
export { AUDIT_ACTIONS, type AuditAction, isAuditAction } from './audit/audit-action.js';
export type { AuditEventRow } from './audit/audit-event.row.js';
export { AuditRetention } from './audit/audit-retention.js';
export { AuditRetentionRepository } from './audit/audit-retention.repository.js';
export { platformRows } from './platform-rows.js';
export type { ChainPoint } from './audit/seal.js';
export type { ChainBreak } from './audit/verify-seal.js';
export { AuditTrail } from './audit/audit-trail.js';
export { backoffMs } from './clock/backoff.js';
export { Clock, FakeClock, SystemClock } from './clock/clock.js';
export { AppConfig } from './config/app-config.js';
export { commaSeparated } from './config/comma-separated.js';
export { ConfigError } from './config/environment.js';
export { environmentWarnings, findInstallation, loadConfig } from './config/load-config.js';
export { startFailure } from './config/start-failure.js';
export { dataSourceOptions } from './database/data-source-options.js';
export { Database } from './database/database.js';
export { isDatabaseAway } from './database/errors/is-database-away.js';
export { awaitMigrations } from './database/await-migrations.js';
export { migrate } from './database/migrate.js';
export { FRESH_PLAN } from './database/statement-names.js';
export { type Search, Searches } from './database/searches.js';
export { databaseErrorMessage } from './database/errors/database-error-message.js';
export { isUnfitValue, sqlState, uniqueViolation } from './database/errors/sql-state.js';
export type { Sql, Tx } from './database/sql.js';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/index.js';
export { assertNever } from './errors/assert-never.js';
export { nullIfNotFound } from './errors/null-if-not-found.js';
export { DomainError, type DomainErrorCode } from './errors/domain-error.js';
export { GraphqlJson } from './graphql/json.scalar.js';
export { formatGraphqlError } from './graphql/format-error.js';
export { BlankAsNull, FaultFree, IsBetween, IsInput, IsSetting, Normalized } from './validation/input-rules.js';
export { InputValidationPipe } from './validation/input-validation.pipe.js';
export { complexityOf, costOf, MAX_COMPLEXITY, MAX_PAGES, pagesOf } from './graphql/complexity.js';
export { limitRules, MAX_TOKENS } from './graphql/limit-rules.js';
export { graphqlOptions } from './graphql/graphql-options.js';
export { Drain } from './health/drain.js';
export { stopping, stoppingAnswer } from './health/stopping-answer.js';
export { stopOnSignal } from './health/stop-on-signal.js';
export { HealthModule } from './health/health.module.js';
export { isAllowedHost } from './config/allowed-host.js';
export { cookieValue } from './http/cookie-value.js';
export { HostCookie } from './http/host-cookie.js';
export { SystemNameResolver } from './http/name-resolver.js';
export { isThisMachine, outboundHost } from './http/outbound-host.js';
export { type OutboundAnswer, OutboundError, OutboundHttp } from './http/outbound-http.js';
export { currentSendGuard, guardingSends } from './http/send-guard.js';
export { requireOutboundUrl } from './http/outbound-url.js';
export { isPrivateAddress } from './http/private-address.js';
export { browserName } from './http/user-agent.js';
export { type Caller, systemCaller } from './identity/caller.js';
export { isId, newId } from './identity/new-id.js';
export { PinoLogger } from './logging/pino-logger.js';
export { currentRequestId, leaveTurn, noteTurn, withRequestId } from './tracing/request-context.js';
export { Metrics } from './metrics/metrics.js';
export { type Connection, connectionOf, toConnection } from './paging/connection.js';
export { decodeCursor, encodeCursor, useCursorSecrets } from './paging/cursor.js';
export { PageArgs, pageRequestOf } from './paging/page-args.js';
export { type IdSlice, idSliceOf, keyOf, type Page, type PageRequest, sliceOf, toPage } from './paging/page.js';
export { PlatformModule } from './platform.module.js';
export { AnonymousLimit } from './rate-limit/anonymous-limit.js';
export { clientNetwork } from './rate-limit/client-network.js';
export { RateLimit } from './rate-limit/rate-limit.js';
export {
  monotonicNow,
  nextTurn,
  random,
  type RunningTimer,
  type Runtime,
  sleep,
  startInterval,
  startTimer,
  systemNow,
  useRuntime,
} from './runtime/runtime.js';
export { SHARE_MS_PER_SECOND, TenantCosts } from './rate-limit/tenant-costs.js';
export { TenantShare } from './rate-limit/tenant-share.js';
export { finish, type Steps, WorkSlices } from './rate-limit/work-slices.js';
export { Turns } from './rate-limit/turns.js';
export { TokenBuckets } from './rate-limit/token-buckets.js';
export { forgetKey } from './secrets/forget-key.js';
export { fingerprintOf, KeyCheck } from './secrets/key-check.js';
export { KeyRotation } from './secrets/key-rotation.js';
export { redactTokens } from './logging/redact-tokens.js';
export { sameSecret } from './secrets/same-secret.js';
export { SealedColumns } from './secrets/sealed-columns.js';
export { AesGcmSecretBox, SecretBox } from './secrets/secret-box.js';
export { hashToken, mintToken, type ReadToken, readToken, withoutBearer } from './secrets/token.js';
export { continued, currentOrigin, nameRequestSpan } from './tracing/trace-context.js';
export { authenticatorName } from './webauthn/authenticator-name.js';
export {
  authenticationResponseOf,
  type DiscoveredResponseJSON,
  registrationResponseOf,
} from './webauthn/credential-responses.js';
export {
  CEREMONY_TIME,
  PasskeyCeremonies,
  type StoredCredential,
  type VerifiedUse,
} from './webauthn/passkey-ceremonies.js';
export { RelyingParty } from './webauthn/relying-party.js';
export { type OpenChallenge, SealedChallenges } from './webauthn/sealed-challenges.js';
export { toCsv } from './text/csv.js';
export { containing } from './text/containing.js';
export { compareCodePoints, foldText, hasIgnorableCharacters } from './text/fold-text.js';
export { foldingFunctions } from './text/folding-sql.js';
export { isSameName, nameKey } from './text/name-key.js';
export { shortTextFault, squeeze } from './text/short-text.js';
export { isStorable } from './text/storable-text.js';
