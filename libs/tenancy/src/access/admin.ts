import type { Caller } from '@rollcall/platform';
import type { AdminRole } from './admin-role.js';

/** An authenticated administrator. */
export interface Admin extends Caller {
  role: AdminRole;
  /** True for the holder of ADMIN_TOKEN, and after a sign-in with a link that the server printed. */
  root: boolean;
  /** The administrator's admin token; null for the root administrator. */
  adminTokenId: string | null;
}
