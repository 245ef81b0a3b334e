import { OktaServiceAppRow } from './oauth/okta-service-app.row.js';
import { OktaSigningKeyRow } from './oauth/okta-signing-key.row.js';
import { OktaQuotaRow } from './quota/okta-quota.row.js';
import { OktaSlotLeaseRow } from './slots/okta-slot-lease.row.js';

/** Tables of this library; a test compares them with the migrations. */
export const oktaRows = [OktaQuotaRow, OktaSlotLeaseRow, OktaServiceAppRow, OktaSigningKeyRow];
