import { AdminRole, isAtLeast } from './admin-role.js';

const DESCENDING = [AdminRole.OWNER, AdminRole.ADMIN, AdminRole.OPERATOR, AdminRole.VIEWER];

describe('isAtLeast', () => {
  it.each(DESCENDING.flatMap((role, i) => DESCENDING.map((required, j) => [role, required, i <= j] as const)))(
    '%s for what needs %s: %s',
    (role, required, allowed) => {
      expect(isAtLeast(role, required)).toBe(allowed);
    },
  );
});
