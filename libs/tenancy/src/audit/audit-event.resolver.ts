import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { AuditTrail, type Connection, PageArgs, pageRequestOf, toConnection } from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { CurrentAdmin } from '../access/current-admin.decorator.js';
import { RequireRole } from '../access/require-role.decorator.js';
import { AuditEvent, AuditEventConnection, toAuditEvent } from './audit-event.type.js';

@Resolver(() => AuditEvent)
export class AuditEventResolver {
  constructor(private readonly trail: AuditTrail) {}

  @Query(() => AuditEventConnection, { description: 'Newest first.' })
  @RequireRole(AdminRole.VIEWER)
  async auditEvents(
    @CurrentAdmin() admin: Admin,
    @Args() page: PageArgs,
    @Args('integrationId', { type: () => ID, nullable: true }) integrationId?: string | null,
    @Args('action', { type: () => String, nullable: true }) action?: string | null,
  ): Promise<Connection<AuditEvent>> {
    const found = await this.trail.list(
      admin,
      { integrationId: integrationId ?? undefined, action: action ?? undefined },
      pageRequestOf(page),
    );
    return toConnection(found, toAuditEvent, page.after);
  }
}
