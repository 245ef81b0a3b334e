import { Injectable } from '@nestjs/common';
import { type DirectoryProvider, IntegrationChecks, type HealthCheck } from '@rollcall/directory-integration';
import { Clock, Database } from '@rollcall/platform';
import type { Finding } from './finding.js';
import { pauseFinding, scimFinding } from './our-findings.js';

interface LiveFacts {
  id: string;
  provider: DirectoryProvider;
  last_scim_request_at: Date | null;
  paused_reason: string | null;
  enabled: boolean | null;
}

/** The doctor's last findings, and what changes faster than the doctor comes by as it is now. */
@Injectable()
export class CurrentChecks {
  constructor(
    private readonly stored: IntegrationChecks,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By name; none of an integration that was never examined. */
  async listMany(tenantId: string, integrationIds: readonly string[]): Promise<Map<string, HealthCheck[]>> {
    const [found, facts] = await Promise.all([
      this.stored.listMany(tenantId, integrationIds),
      this.read(tenantId, integrationIds),
    ]);
    const checkedAt = this.clock.now();
    for (const live of facts) {
      const findings = new Map(findingsOf(live).map((finding) => [finding.name, finding]));
      const checks = (found.get(live.id) ?? []).map((check) => {
        const finding = findings.get(check.name);
        return finding ? { code: null, ...finding, checkedAt } : check;
      });
      found.set(live.id, checks);
    }
    return found;
  }

  private async read(tenantId: string, integrationIds: readonly string[]): Promise<LiveFacts[]> {
    return this.database.query<LiveFacts>(
      `select d.id, d.provider, d.last_scim_request_at, s.paused_reason, s.enabled from directory_integrations d
         left join registration_syncs s on s.tenant_id = d.tenant_id and s.integration_id = d.id
       where d.tenant_id = $1 and d.id = any($2::uuid[])`,
      [tenantId, integrationIds],
    );
  }
}

function findingsOf({ provider, last_scim_request_at, paused_reason, enabled }: LiveFacts): Finding[] {
  const scim = scimFinding(last_scim_request_at, provider);
  return enabled === null ? [scim] : [scim, pauseFinding(paused_reason, enabled)];
}
