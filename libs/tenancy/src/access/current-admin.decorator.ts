import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@rollcall/platform';
import type { Admin } from './admin.js';
import { adminRequestOf } from './admin-request.js';

/** The administrator that AdminGuard let in; also inside field resolvers, below a guarded query. */
export const CurrentAdmin = createParamDecorator((_: unknown, context: ExecutionContext): Admin => {
  const { admin } = adminRequestOf(context);
  if (!admin) throw DomainError.unauthenticated();
  return admin;
});
