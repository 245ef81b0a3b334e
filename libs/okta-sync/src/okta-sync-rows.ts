import { OktaQuotaRow } from './quota/okta-quota.row.js';
import { RegistrationRow } from './registration/registration.row.js';
import { RegistrationSweepRow } from './registration/registration-sweep.row.js';

/** Tables of this library, for the drift check. */
export const oktaSyncRows = [RegistrationRow, RegistrationSweepRow, OktaQuotaRow];
