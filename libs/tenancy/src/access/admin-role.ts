import { registerEnumType } from '@nestjs/graphql';

export enum AdminRole {
  OWNER = 'OWNER',
  ADMIN = 'ADMIN',
  OPERATOR = 'OPERATOR',
  VIEWER = 'VIEWER',
}

registerEnumType(AdminRole, {
  name: 'AdminRole',
  description: 'Each role may do all that the ones after it may.',
  valuesMap: {
    OWNER: { description: 'Administrators and their tokens.' },
    ADMIN: { description: 'Integrations, credentials and registration sync.' },
    OPERATOR: { description: 'Enrollments, passkeys, retries and reconciliation.' },
    VIEWER: { description: 'Reads everything, changes nothing.' },
  },
});

const RANK: Record<AdminRole, number> = { OWNER: 4, ADMIN: 3, OPERATOR: 2, VIEWER: 1 };

/** OWNER > ADMIN > OPERATOR > VIEWER */
export function isAtLeast(role: AdminRole, required: AdminRole): boolean {
  return RANK[role] >= RANK[required];
}
