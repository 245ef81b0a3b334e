import { EncryptionKeyRow } from '../secrets/encryption-key.row.js';
import { AuditAnchorRow } from './audit-anchor.row.js';
import { AuditEventRow } from './audit-event.row.js';
import { AuditSealRow } from './audit-seal.row.js';
import { AuditUnsealedRow } from './audit-unsealed.row.js';

export const platformRows = [AuditEventRow, AuditSealRow, AuditUnsealedRow, AuditAnchorRow, EncryptionKeyRow];
