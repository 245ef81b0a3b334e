import { directoryRows } from '@rollcall/directory';
import { AuditEventRow } from '@rollcall/platform';
import { passkeysRows } from '@rollcall/passkeys';

/** Every table's entity, gathered for the drift check. */
export const rows = [AuditEventRow, ...directoryRows, ...passkeysRows];
