import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Connection, PageArgs, pageRequestOf, toConnection } from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { CurrentAdmin } from '../access/current-admin.decorator.js';
import { RequireRole } from '../access/require-role.decorator.js';
import { CreateTenantInput } from './create-tenant.input.js';
import { CreateTenantPayload } from './create-tenant.payload.js';
import { TenantService } from './tenant.service.js';
import { Tenant, TenantConnection, toTenant } from './tenant.type.js';

@Resolver(() => Tenant)
export class TenantResolver {
  constructor(private readonly service: TenantService) {}

  @Query(() => TenantConnection, { description: 'Root administrator only. Oldest first.' })
  @RequireRole(AdminRole.OWNER)
  async tenants(@CurrentAdmin() admin: Admin, @Args() page: PageArgs): Promise<Connection<Tenant>> {
    return toConnection(await this.service.list(admin, pageRequestOf(page)), toTenant);
  }

  @Mutation(() => CreateTenantPayload, { description: 'Root administrator only.' })
  @RequireRole(AdminRole.OWNER)
  async createTenant(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => CreateTenantInput }) input: CreateTenantInput,
  ): Promise<CreateTenantPayload> {
    const { tenant, adminToken } = await this.service.create(admin, input);
    return { tenant: toTenant(tenant), adminToken };
  }
}
