import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@rollcall/platform';
import { AdminAuthenticator } from './admin-authenticator.js';
import { adminRequestOf } from './admin-request.js';
import { AdminRole, isAtLeast } from './admin-role.js';

export const REQUIRED_ROLE = 'rollcall:required-role';

/** Authenticates administrators by token or session cookie. Without a declared role the highest role is required. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: AdminAuthenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = adminRequestOf(context);
    const admin = await this.authenticator.authenticate(request);
    request.admin = admin;
    const required = this.reflector.getAllAndOverride<AdminRole | undefined>(REQUIRED_ROLE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!isAtLeast(admin.role, required ?? AdminRole.OWNER)) {
      throw DomainError.forbidden(`This needs the role ${required ?? AdminRole.OWNER}; yours is ${admin.role}.`);
    }
    return true;
  }
}
