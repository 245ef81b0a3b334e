import { type AppConfig, awaitMigrations, dataSourceOptions, migrate } from '@rollcall/platform';
import { DataSource } from 'typeorm';
import { Initial1795000000000 } from './1795000000000-initial.js';
import { RegistrationLedger1795000000010 } from './1795000000010-registration-ledger.js';
import { Reconciliation1795000000011 } from './1795000000011-reconciliation.js';
import { OktaServiceApps1795000000012 } from './1795000000012-okta-service-apps.js';
import { OktaEventHooks1795000000013 } from './1795000000013-okta-event-hooks.js';
import { DoctorVisits1795000000014 } from './1795000000014-doctor-visits.js';
import { ReconciliationPages1795000000015 } from './1795000000015-reconciliation-pages.js';
import { Webhooks1795000000016 } from './1795000000016-webhooks.js';
import { DirectoryAtScale1795000000040 } from './1795000000040-directory-at-scale.js';
import { ScimRequests1795000000041 } from './1795000000041-scim-requests.js';
import { EmailFilter1795000000042 } from './1795000000042-email-filter.js';
import { ScimSchemas1795000000043 } from './1795000000043-scim-schemas.js';
import { PasskeyHistory1795000000050 } from './1795000000050-passkey-history.js';
import { ScimRegistration1795000000060 } from './1795000000060-scim-registration.js';
import { CheckCodes1795000000070 } from './1795000000070-check-codes.js';
import { AdminPasskeys1795000000080 } from './1795000000080-admin-passkeys.js';
import { EnrollmentCancelled1795000000081 } from './1795000000081-enrollment-cancelled.js';
import { RegistrationHistory1795000000082 } from './1795000000082-registration-history.js';
import { WebhookDeliveries1795000000090 } from './1795000000090-webhook-deliveries.js';
import { TrendSamples1795000000091 } from './1795000000091-trend-samples.js';
import { AuditChain1795000000100 } from './1795000000100-audit-chain.js';
import { RegistrationOrigin1795000000120 } from './1795000000120-registration-origin.js';
import { ReconciliationPageStorage1795000000130 } from './1795000000130-reconciliation-page-storage.js';
import { ReconciliationRefusals1795000000131 } from './1795000000131-reconciliation-refusals.js';
import { ReconciliationSettings1795000000132 } from './1795000000132-reconciliation-settings.js';
import { UncertainRegistrations1796000000100 } from './1796000000100-uncertain-registrations.js';
import { PauseLifted1796000000200 } from './1796000000200-pause-lifted.js';
import { QuotaWindow1796000000201 } from './1796000000201-quota-window.js';
import { DirectoryChangeCap1796000000202 } from './1796000000202-directory-change-cap.js';
import { SignIn1796000000300 } from './1796000000300-sign-in.js';
import { OktaSignIn1796000000400 } from './1796000000400-okta-sign-in.js';
import { AdminTokenCreators1796000000500 } from './1796000000500-admin-token-creators.js';
import { RequestLogStrangers1796000000510 } from './1796000000510-request-log-strangers.js';
import { TextFolding1796000000600 } from './1796000000600-text-folding.js';
import { NameKeys1796000000601 } from './1796000000601-name-keys.js';
import { NameKeyIndexes1796000000602 } from './1796000000602-name-key-indexes.js';
import { EncryptionKeys1796000000700 } from './1796000000700-encryption-keys.js';
import { OktaOrgNames1796000001300 } from './1796000001300-okta-org-names.js';
import { OktaSlotLeases1796000001301 } from './1796000001301-okta-slot-leases.js';
import { AuditPrunings1796000001500 } from './1796000001500-audit-prunings.js';
import { EnrollmentBatches1796000001800 } from './1796000001800-enrollment-batches.js';
import { PersonSessions1796000001900 } from './1796000001900-person-sessions.js';
import { PasskeysUserHandle1796000001901 } from './1796000001901-passkeys-user-handle.js';
import { SelfEnrollments1796000001902 } from './1796000001902-self-enrollments.js';
import { DirectoryCounts1796000002000 } from './1796000002000-directory-counts.js';
import { FilterIndexes1796000002001 } from './1796000002001-filter-indexes.js';

/** In the order in which they run. */
export const migrations = [
  Initial1795000000000,
  RegistrationLedger1795000000010,
  Reconciliation1795000000011,
  OktaServiceApps1795000000012,
  OktaEventHooks1795000000013,
  DoctorVisits1795000000014,
  ReconciliationPages1795000000015,
  Webhooks1795000000016,
  DirectoryAtScale1795000000040,
  ScimRequests1795000000041,
  EmailFilter1795000000042,
  ScimSchemas1795000000043,
  PasskeyHistory1795000000050,
  ScimRegistration1795000000060,
  CheckCodes1795000000070,
  AdminPasskeys1795000000080,
  EnrollmentCancelled1795000000081,
  RegistrationHistory1795000000082,
  WebhookDeliveries1795000000090,
  TrendSamples1795000000091,
  AuditChain1795000000100,
  RegistrationOrigin1795000000120,
  ReconciliationPageStorage1795000000130,
  ReconciliationRefusals1795000000131,
  ReconciliationSettings1795000000132,
  UncertainRegistrations1796000000100,
  PauseLifted1796000000200,
  QuotaWindow1796000000201,
  DirectoryChangeCap1796000000202,
  SignIn1796000000300,
  OktaSignIn1796000000400,
  AdminTokenCreators1796000000500,
  RequestLogStrangers1796000000510,
  TextFolding1796000000600,
  NameKeys1796000000601,
  NameKeyIndexes1796000000602,
  EncryptionKeys1796000000700,
  OktaOrgNames1796000001300,
  OktaSlotLeases1796000001301,
  AuditPrunings1796000001500,
  EnrollmentBatches1796000001800,
  PersonSessions1796000001900,
  PasskeysUserHandle1796000001901,
  SelfEnrollments1796000001902,
  DirectoryCounts1796000002000,
  FilterIndexes1796000002001,
];

/**
 * While a migration waits for a table, every later statement waits too. After this time the migration gives up and is retried (`migrate`).
 */
const LOCK_TIMEOUT_MS = 3_000;

/** Brings the schema up to date, or waits until another process has done so (`MIGRATE=off`). @throws ConfigError */
export async function prepareSchema(config: AppConfig): Promise<void> {
  const source = migrationSource(config.databaseDirectUrl ?? config.databaseUrl ?? '');
  if (config.migrate) await migrate(source);
  else await awaitMigrations(source, (line) => process.stderr.write(`rollcall: ${line}\n`));
}

/** A connection that migrates and does nothing else. */
export function migrationSource(url: string): DataSource {
  return new DataSource({
    ...dataSourceOptions(url, 'rollcall-migrate'),
    poolSize: 2,
    extra: { statement_timeout: 0, lock_timeout: LOCK_TIMEOUT_MS },
    migrations,
    migrationsTableName: 'migrations',
  });
}
