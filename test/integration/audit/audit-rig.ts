import {
  AppConfig,
  AuditChain,
  AuditChainRepository,
  AuditRetention,
  AuditRetentionRepository,
  type Database,
  SystemClock,
} from '@rollcall/platform';
import { auditTrailOf } from '../../support/index.js';

export function auditChainOf(database: Database, auditRetentionDays = 0): AuditChain {
  const config = new AppConfig({ auditRetentionDays } as AppConfig);
  return new AuditChain(database, new AuditChainRepository(database), new SystemClock(), config);
}

export function auditRetentionOf(database: Database, auditRetentionDays = 0): AuditRetention {
  const config = new AppConfig({ auditRetentionDays } as AppConfig);
  return new AuditRetention(
    config,
    database,
    new AuditRetentionRepository(database),
    new SystemClock(),
    auditTrailOf(database),
  );
}
