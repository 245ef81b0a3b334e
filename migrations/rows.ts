import { AuditEventRow } from '@rollcall/platform';

/** Every table's entity, gathered for the drift check. */
export const rows = [AuditEventRow];
