import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  AuditTrail,
  Database,
  DomainError,
  encodeCursor,
  idSliceOf,
  isId,
  newId,
  type Page,
  type PageRequest,
  toPage,
} from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { AdminTokenService } from '../admin-tokens/admin-token.service.js';
import { DEFAULT_TENANT_ID, DEFAULT_TENANT_NAME } from './default-tenant.js';
import { TenantRepository } from './tenant.repository.js';
import type { TenantRow } from './tenant.row.js';

export interface CreatedTenant {
  tenant: TenantRow;
  /** An OWNER's token, shown once. */
  adminToken: string;
}

@Injectable()
export class TenantService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantRepository,
    private readonly adminTokens: AdminTokenService,
    private readonly audit: AuditTrail,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.tenants.insertIfMissing(DEFAULT_TENANT_ID, DEFAULT_TENANT_NAME);
  }

  /** @throws NOT_FOUND */
  async get(tenantId: string): Promise<TenantRow> {
    const tenant = isId(tenantId) ? await this.tenants.find(tenantId) : undefined;
    if (!tenant) throw DomainError.notFound('Tenant', tenantId);
    return tenant;
  }

  /** Oldest first. @throws FORBIDDEN unless the caller is the root administrator */
  async list(admin: Admin, page: PageRequest): Promise<Page<TenantRow>> {
    if (!admin.root) throw DomainError.forbidden('Only the root administrator sees all tenants.');
    const rows = await this.tenants.page(idSliceOf(page, 'asc'));
    return toPage(
      rows,
      page,
      () => this.tenants.count(),
      ({ id }) => encodeCursor([id]),
    );
  }

  /**
   * A tenant and its first OWNER token, in one transaction.
   * @throws FORBIDDEN unless the caller is the root administrator
   */
  async create(admin: Admin, { name }: { name: string }): Promise<CreatedTenant> {
    if (!admin.root) throw DomainError.forbidden('Only the root administrator creates tenants.');
    return this.database.transaction(async (tx) => {
      const tenant = await this.tenants.insert(tx, newId(), name);
      const caller = { tenantId: tenant.id, actor: admin.actor };
      await this.audit.record(tx, caller, {
        action: 'tenant.created',
        subject: { type: 'tenant', id: tenant.id },
        detail: { name },
      });
      const { token } = await this.adminTokens.mint(tx, caller, { name: 'First owner', role: AdminRole.OWNER });
      return { tenant, adminToken: token };
    });
  }
}
