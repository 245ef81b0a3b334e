import { AdminRole } from '../access/admin-role.js';
import { ROOT_NAME } from '../access/root-admin.js';

/** The owner of a new session. */
export interface SessionHolder {
  tenantId: string;
  name: string;
  role: AdminRole;
  root: boolean;
  /** Null for the root administrator. */
  adminTokenId: string | null;
  /** Expiry of the token that signed in. */
  until: Date | null;
}

export function rootHolder(tenantId: string): SessionHolder {
  return { tenantId, name: ROOT_NAME, role: AdminRole.OWNER, root: true, adminTokenId: null, until: null };
}
