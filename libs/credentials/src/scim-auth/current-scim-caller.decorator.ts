import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@rollcall/platform';
import type { ScimCaller } from './scim-caller.js';
import type { ScimRequest } from './scim-request.js';

/** The SCIM client that ScimAuthGuard let in. */
export const CurrentScimCaller = createParamDecorator((_: unknown, context: ExecutionContext): ScimCaller => {
  const { scim } = context.switchToHttp().getRequest<ScimRequest>();
  if (!scim) throw DomainError.unauthenticated();
  return scim;
});
