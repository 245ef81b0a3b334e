import { Query, Resolver } from '@nestjs/graphql';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { CurrentAdmin } from '../access/current-admin.decorator.js';
import { RequireRole } from '../access/require-role.decorator.js';
import { TenantService } from '../tenants/tenant.service.js';
import { toTenant } from '../tenants/tenant.type.js';
import { Viewer } from './viewer.type.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(private readonly tenants: TenantService) {}

  @Query(() => Viewer)
  @RequireRole(AdminRole.VIEWER)
  async viewer(@CurrentAdmin() admin: Admin): Promise<Viewer> {
    return { tenant: toTenant(await this.tenants.get(admin.tenantId)), name: admin.actor.name, role: admin.role };
  }
}
