import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { DirectoryProvider } from '@rollcall/directory-integration';
import { AppConfig, Clock, Database } from '@rollcall/platform';
import { EventHookRepository } from '../event-hooks/event-hook.repository.js';
import type { Finding } from './finding.js';
import { rateFinding } from './org-findings.js';
import { eventHookFinding, groupsFinding, pauseFinding, scimFinding, tokenAgeFinding } from './our-findings.js';
import { lastWriteFinding, paceFinding } from './scim-findings.js';

interface Facts {
  provider: DirectoryProvider;
  last_write_at: Date | null;
  blocked_until: Date | null;
  last_scim_request_at: Date | null;
  paused_reason: string | null;
  enabled: boolean | null;
  groups: number;
  empty_groups: number;
  people: number;
  rate_limit: number | null;
  remaining: number | null;
  token_ok_at: Date | null;
}

/** What the doctor can tell without asking Okta. */
@Injectable()
export class OurFacts {
  constructor(
    private readonly database: Database,
    private readonly hooks: EventHookRepository,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  async examine(key: IntegrationKey): Promise<Finding[]> {
    const [facts, hook] = await Promise.all([this.read(key), this.hooks.find(key)]);
    if (!facts) return [];
    const { provider } = facts;
    const okta = provider === DirectoryProvider.OKTA;
    const findings = [
      scimFinding(facts.last_scim_request_at, provider),
      groupsFinding(facts.groups, facts.empty_groups, facts.people),
      ...(okta ? [eventHookFinding(hook)] : []),
    ];
    if (facts.enabled === null) return findings;
    if (!okta)
      return [
        ...findings,
        pauseFinding(facts.paused_reason, facts.enabled),
        paceFinding(facts.blocked_until, this.clock.now()),
        lastWriteFinding(facts.last_write_at),
      ];
    return [
      ...findings,
      pauseFinding(facts.paused_reason, facts.enabled),
      rateFinding(facts.rate_limit, facts.remaining, this.config.oktaRateShare),
      tokenAgeFinding(facts.token_ok_at, this.clock.now()),
    ];
  }

  private async read({ tenantId, integrationId }: IntegrationKey): Promise<Facts | undefined> {
    const [row] = await this.database.query<Facts>(
      `select d.provider, d.last_scim_request_at, s.paused_reason, s.enabled, s.last_write_at, q.rate_limit, q.remaining, q.blocked_until,
         c.checked_at as token_ok_at,
         (select count(*)::int from groups g where g.tenant_id = $1 and g.integration_id = $2) as groups,
         (select count(*)::int from groups g where g.tenant_id = $1 and g.integration_id = $2 and not exists (
            select 1 from group_members m where m.tenant_id = g.tenant_id and m.group_id = g.id)) as empty_groups,
         (select count(*)::int from (
            select 1 from identities i where i.tenant_id = $1 and i.integration_id = $2 limit 1) anybody) as people
       from directory_integrations d
         left join registration_syncs s on s.tenant_id = d.tenant_id and s.integration_id = d.id
         left join okta_quotas q on q.tenant_id = d.tenant_id and q.okta_domain = s.okta_domain
           and q.bucket = case when s.scim is null then 'users.write' else 'scim' end
         left join integration_checks c on c.tenant_id = d.tenant_id and c.integration_id = d.id
           and c.name = 'okta-credentials' and c.status = 'OK'
       where d.tenant_id = $1 and d.id = $2`,
      [tenantId, integrationId],
    );
    return row;
  }
}
