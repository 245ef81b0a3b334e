import type { AdminRole } from '../gql/graphql';

const ORDER: readonly AdminRole[] = ['VIEWER', 'OPERATOR', 'ADMIN', 'OWNER'];

/** True if `role` may do everything that `needed` may do. */
export function includesRole(role: AdminRole, needed: AdminRole): boolean {
  return ORDER.indexOf(role) >= ORDER.indexOf(needed);
}

export const ROLE_LABEL: Record<AdminRole, string> = {
  OWNER: 'Owner',
  ADMIN: 'Administrator',
  OPERATOR: 'Operator',
  VIEWER: 'Viewer',
};

export const ROLE_MEANING: Record<AdminRole, string> = {
  OWNER: 'Everything, admin tokens included.',
  ADMIN: 'Integrations, their credentials and the registration attribute, and all below.',
  OPERATOR: 'Enrollment links, passkeys, retries and reconciliation, and all below.',
  VIEWER: 'Reads everything except admin tokens.',
};
