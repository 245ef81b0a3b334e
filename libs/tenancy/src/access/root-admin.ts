import type { Admin } from './admin.js';
import { AdminRole } from './admin-role.js';

export const ROOT_NAME = 'Root administrator';

/** @param operator the person at the command line (`user@host`); written to the audit trail */
export function rootAdmin(tenantId: string, operator?: string): Admin {
  const actor =
    operator === undefined
      ? ({ type: 'ROOT', id: 'root', name: ROOT_NAME } as const)
      : ({ type: 'CLI', id: 'root', name: operator } as const);
  return { tenantId, actor, role: AdminRole.OWNER, root: true, adminTokenId: null };
}
