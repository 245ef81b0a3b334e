import { Injectable } from '@nestjs/common';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import type { Caller } from '@rollcall/platform';
import { DEFAULT_TENANT_ID, TenantService } from '@rollcall/tenancy';

/** The organisation as its people know it. */
@Injectable()
export class OrganisationNames {
  constructor(
    private readonly tenants: TenantService,
    private readonly integrations: DirectoryIntegrationService,
  ) {}

  /** The tenant; in the default tenant, whose name was not chosen, the integration. */
  async nameFor(caller: Caller, integrationId: string): Promise<string> {
    if (caller.tenantId === DEFAULT_TENANT_ID) return (await this.integrations.get(caller, integrationId)).name;
    return (await this.tenants.get(caller.tenantId)).name;
  }
}
