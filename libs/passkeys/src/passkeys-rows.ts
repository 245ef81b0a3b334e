import { PasskeyRow } from './bindings/passkey.row.js';
import { EnrollmentRow } from './enrollments/enrollment.row.js';

/** Tables of this library, for the drift check. */
export const passkeysRows = [EnrollmentRow, PasskeyRow];
