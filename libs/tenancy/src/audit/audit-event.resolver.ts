import { Args, Query, Resolver } from '@nestjs/graphql';
import { AuditTrail, type Connection, pageRequestOf, toConnection } from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { CurrentAdmin } from '../access/current-admin.decorator.js';
import { RequireRole } from '../access/require-role.decorator.js';
import { AuditEvent, AuditEventConnection, toAuditEvent } from './audit-event.type.js';
import { AuditEventsArgs } from './audit-events.args.js';

@Resolver(() => AuditEvent)
export class AuditEventResolver {
  constructor(private readonly trail: AuditTrail) {}

  @Query(() => AuditEventConnection, { description: 'Newest first.' })
  @RequireRole(AdminRole.VIEWER)
  async auditEvents(
    @CurrentAdmin() admin: Admin,
    @Args() { action, actions, ...args }: AuditEventsArgs,
  ): Promise<Connection<AuditEvent>> {
    const wanted = action == null ? actions : (actions ?? [action]).filter((each: string) => each === action);
    return toConnection(await this.trail.list(admin, { ...args, actions: wanted }, pageRequestOf(args)), toAuditEvent);
  }
}
