import { AdminTokenRow } from './admin-tokens/admin-token.row.js';
import { AdminSessionRow } from './sessions/admin-session.row.js';
import { TenantRow } from './tenants/tenant.row.js';

export const tenancyRows = [TenantRow, AdminTokenRow, AdminSessionRow];
