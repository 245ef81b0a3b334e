import type { Caller } from '@rollcall/platform';
import type { AdminRole } from './admin-role.js';

/** An authenticated administrator. */
export interface Admin extends Caller {
  role: AdminRole;
  /** Holder of ADMIN_TOKEN, or signed in by a link that the server printed. */
  root: boolean;
  /** The administrator's admin token; null for the root administrator. */
  adminTokenId: string | null;
}
