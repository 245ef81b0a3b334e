import { Injectable } from '@nestjs/common';
import { IntegrationChecks, type HealthCheck } from '@rollcall/directory-integration';
import { Clock, Database } from '@rollcall/platform';
import { RegistrationReader, type WaitingWrites } from '../registration/registration-reader.js';
import type { Finding } from './finding.js';
import { type ScimCalls, scimFinding } from './our-findings.js';
import { syncFinding, type SyncState } from './sync-finding.js';

interface LiveFacts extends ScimCalls, Omit<SyncState, 'enabled'> {
  id: string;
  enabled: boolean | null;
}

/** The doctor's last findings, and what changes faster than the doctor comes by as it is now. */
@Injectable()
export class CurrentChecks {
  constructor(
    private readonly stored: IntegrationChecks,
    private readonly database: Database,
    private readonly registrations: RegistrationReader,
    private readonly clock: Clock,
  ) {}

  /** By name; none of an integration that was never examined. */
  async listMany(tenantId: string, integrationIds: readonly string[]): Promise<Map<string, HealthCheck[]>> {
    const [found, facts, waiting] = await Promise.all([
      this.stored.listMany(tenantId, integrationIds),
      this.read(tenantId, integrationIds),
      this.registrations.waiting(tenantId, integrationIds),
    ]);
    const waitingAt = new Map(waiting.map((one) => [one.integrationId, one]));
    const checkedAt = this.clock.now();
    for (const live of facts) {
      const findings = new Map(
        findingsOf(live, waitingAt.get(live.id), checkedAt).map((finding) => [finding.name, finding]),
      );
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
      `select d.id, d.provider, d.last_scim_request_at, s.paused_reason, s.enabled, s.last_write_at, q.blocked_until,
         (select r.at from scim_requests r where r.tenant_id = d.tenant_id and r.integration_id = d.id and r.status = 401
          order by r.id desc limit 1) as refused_at
       from directory_integrations d
         left join registration_syncs s on s.tenant_id = d.tenant_id and s.integration_id = d.id
         left join okta_quotas q on q.tenant_id = d.tenant_id and q.okta_domain = s.okta_domain
           and q.bucket = case when s.scim is null then 'users.write' else 'scim' end
       where d.tenant_id = $1 and d.id = any($2::uuid[])`,
      [tenantId, integrationIds],
    );
  }
}

function findingsOf(live: LiveFacts, waiting: WaitingWrites | undefined, now: Date): Finding[] {
  const { enabled } = live;
  const scim = scimFinding(live, now);
  return enabled === null ? [scim] : [scim, syncFinding({ ...live, enabled }, waiting, now)];
}
