import { EncryptionKeyRow } from './secrets/encryption-key.row.js';
import { AuditAnchorRow } from './audit/audit-anchor.row.js';
import { AuditEventRow } from './audit/audit-event.row.js';
import { AuditSealRow } from './audit/audit-seal.row.js';
import { AuditUnsealedRow } from './audit/audit-unsealed.row.js';

export const platformRows = [AuditEventRow, AuditSealRow, AuditUnsealedRow, AuditAnchorRow, EncryptionKeyRow];
