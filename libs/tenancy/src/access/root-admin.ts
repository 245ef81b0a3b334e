import type { Admin } from './admin.js';
import { AdminRole } from './admin-role.js';

export const ROOT_NAME = 'Root administrator';

export function rootAdmin(tenantId: string): Admin {
  return { tenantId, actor: { type: 'ROOT', id: 'root', name: ROOT_NAME }, role: AdminRole.OWNER, root: true };
}
