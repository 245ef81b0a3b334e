import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { CurrentAdmin } from '../access/current-admin.decorator.js';
import { RequireRole } from '../access/require-role.decorator.js';
import { CreateTenantInput } from './create-tenant.input.js';
import { CreateTenantPayload } from './create-tenant.payload.js';
import { TenantService } from './tenant.service.js';
import { Tenant, toTenant } from './tenant.type.js';

@Resolver(() => Tenant)
export class TenantResolver {
  constructor(private readonly tenants: TenantService) {}

  @Mutation(() => CreateTenantPayload, { description: 'Root administrator only.' })
  @RequireRole(AdminRole.OWNER)
  async createTenant(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => CreateTenantInput }) input: CreateTenantInput,
  ): Promise<CreateTenantPayload> {
    const { tenant, adminToken } = await this.tenants.create(admin, input);
    return { tenant: toTenant(tenant), adminToken };
  }
}
