import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Connection, PageArgs, pageRequestOf, toConnection } from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { CurrentAdmin } from '../access/current-admin.decorator.js';
import { RequireRole } from '../access/require-role.decorator.js';
import { AdminSession, AdminSessionConnection, toAdminSession } from './admin-session.type.js';
import { AdminSessions } from './admin-sessions.js';

@Resolver(() => AdminSession)
@RequireRole(AdminRole.VIEWER)
export class AdminSessionResolver {
  constructor(private readonly adminSessions: AdminSessions) {}

  @Query(() => AdminSessionConnection, {
    description: "One's own, newest first; an OWNER may ask for all of the tenant.",
  })
  async sessions(
    @CurrentAdmin() admin: Admin,
    @Args({ type: () => PageArgs }) page: PageArgs,
    @Args('all', { type: () => Boolean, nullable: true }) all?: boolean | null,
  ): Promise<Connection<AdminSession>> {
    const found = await this.adminSessions.list(admin, all ?? false, pageRequestOf(page));
    return toConnection(found, (row) => toAdminSession(row, admin));
  }

  @Mutation(() => AdminSession, {
    description: "One's own; an OWNER may end any of the tenant but the root administrator's.",
  })
  async endSession(@CurrentAdmin() admin: Admin, @Args('id', { type: () => ID }) id: string): Promise<AdminSession> {
    return toAdminSession(await this.adminSessions.end(admin, id), admin);
  }

  @Mutation(() => Int, { description: "Ends the caller's other sessions. Returns their number." })
  endOtherSessions(@CurrentAdmin() admin: Admin): Promise<number> {
    return this.adminSessions.endOthers(admin);
  }
}
