import { AdminPasskeyRow } from './admin-passkeys/admin-passkey.row.js';
import { SpentChallengeRow } from './admin-passkeys/spent-challenge.row.js';
import { AdminTokenRow } from './admin-tokens/admin-token.row.js';
import { AdminSessionRow } from './sessions/admin-session.row.js';
import { TenantRow } from './tenants/tenant.row.js';

export const tenancyRows = [TenantRow, AdminTokenRow, AdminSessionRow, AdminPasskeyRow, SpentChallengeRow];
