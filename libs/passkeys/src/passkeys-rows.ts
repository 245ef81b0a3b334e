import { EnrollmentBatchLinkRow } from './batches/enrollment-batch-link.row.js';
import { EnrollmentBatchRow } from './batches/enrollment-batch.row.js';
import { PasskeyRow } from './bindings/passkey.row.js';
import { PasskeyTraitsRow } from './bindings/passkey-traits.row.js';
import { EnrollmentRow } from './enrollments/enrollment.row.js';

/** Tables of this library; a test compares them with the migrations. */
export const passkeysRows = [EnrollmentRow, EnrollmentBatchRow, EnrollmentBatchLinkRow, PasskeyRow, PasskeyTraitsRow];
