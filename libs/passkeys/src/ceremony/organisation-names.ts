import { Injectable } from '@nestjs/common';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { type Caller, Clock } from '@rollcall/platform';
import { DEFAULT_TENANT_ID, TenantService } from '@rollcall/tenancy';

/** How long a name is cached, in milliseconds. */
const KEPT_MS = 10_000;
const MAX_KEPT = 10_000;

/** The name under which people know the organization. */
@Injectable()
export class OrganisationNames {
  private readonly kept = new Map<string, { name: string; until: number }>();

  constructor(
    private readonly tenants: TenantService,
    private readonly integrations: DirectoryIntegrationService,
    private readonly clock: Clock,
  ) {}

  /** The tenant's name. The default tenant has no chosen name, so the integration's name is used for it. */
  async nameFor(caller: Caller, integrationId: string): Promise<string> {
    const now = this.clock.now().getTime();
    const key = `${caller.tenantId} ${integrationId}`;
    const kept = this.kept.get(key);
    if (kept && kept.until > now) return kept.name;
    const name = await this.look(caller, integrationId);
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    this.kept.set(key, { name, until: now + KEPT_MS });
    return name;
  }

  private async look(caller: Caller, integrationId: string): Promise<string> {
    if (caller.tenantId === DEFAULT_TENANT_ID) return (await this.integrations.get(caller, integrationId)).name;
    return (await this.tenants.get(caller.tenantId)).name;
  }
}
