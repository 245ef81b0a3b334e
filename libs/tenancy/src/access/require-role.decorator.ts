import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common';
import { AdminGuard, REQUIRED_ROLE } from './admin.guard.js';
import type { AdminRole } from './admin-role.js';

/** Guards a resolver, a controller or one of their methods; the host module imports TenancyModule. */
export const RequireRole = (role: AdminRole) =>
  applyDecorators(SetMetadata(REQUIRED_ROLE, role), UseGuards(AdminGuard));
