import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { DirectoryProvider } from '@rollcall/directory-integration';
import { AppConfig, Clock, Database } from '@rollcall/platform';
import { EventHookRepository } from '../event-hooks/event-hook.repository.js';
import { RegistrationReader } from '../ledger/registration-reader.js';
import type { Finding } from './finding.js';
import { LIVE_FACTS, LIVE_JOINS, type LiveFacts } from './live-facts.js';
import { rateFinding, type WriteLimit } from './org-findings.js';
import {
  eventHookFinding,
  groupsFinding,
  heldFinding,
  type LastRun,
  reconciliationFinding,
  scimFinding,
  tokenAgeFinding,
} from './our-findings.js';
import { lastWriteFinding, paceFinding } from './scim-findings.js';
import { syncFinding } from './sync-finding.js';

interface Facts extends LiveFacts, WriteLimit, LastRun {
  groups: number;
  empty_groups: number;
  people: number;
  token_ok_at: Date | null;
}

/** What the doctor can find out without asking Okta. */
@Injectable()
export class OurFacts {
  constructor(
    private readonly database: Database,
    private readonly hooks: EventHookRepository,
    private readonly registrations: RegistrationReader,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  async examine(key: IntegrationKey): Promise<Finding[]> {
    const { tenantId, integrationId } = key;
    const [facts, hook, [waiting], [counts]] = await Promise.all([
      this.read(key),
      this.hooks.find(key),
      this.registrations.waiting(tenantId, [integrationId]),
      this.registrations.counts(tenantId, [integrationId]),
    ]);
    if (!facts) return [];
    const now = this.clock.now();
    const held = counts?.held ?? 0;
    const { provider, enabled } = facts;
    const okta = provider === DirectoryProvider.OKTA;
    const findings = [
      scimFinding(facts, now),
      groupsFinding(facts.groups, facts.empty_groups, facts.people),
      ...(okta ? [eventHookFinding(hook)] : []),
    ];
    if (enabled === null) return findings;
    return [
      ...findings,
      syncFinding({ ...facts, enabled }, waiting, now, this.config.oktaRateShare),
      heldFinding(held),
      reconciliationFinding(facts, now),
      ...(okta
        ? [rateFinding(facts, this.config.oktaRateShare, now), tokenAgeFinding(facts.token_ok_at, now)]
        : [paceFinding(facts.blocked_until, now), lastWriteFinding(facts.last_write_at)]),
    ];
  }

  private async read({ tenantId, integrationId }: IntegrationKey): Promise<Facts | undefined> {
    const [row] = await this.database.query<Facts>(
      `select ${LIVE_FACTS}, q.remaining, c.checked_at as token_ok_at, run.run_at, run.run_error, run.unrepaired,
         (select count(*)::int from groups g where g.tenant_id = $1 and g.integration_id = $2) as groups,
         (select count(*)::int from groups g where g.tenant_id = $1 and g.integration_id = $2 and not exists (
            select 1 from group_members m where m.tenant_id = g.tenant_id and m.group_id = g.id)) as empty_groups,
         (select count(*)::int from (
            select 1 from identities i where i.tenant_id = $1 and i.integration_id = $2 limit 1) anybody) as people
       from directory_integrations d ${LIVE_JOINS}
         left join integration_checks c on c.tenant_id = d.tenant_id and c.integration_id = d.id
           and c.name = 'okta-credentials' and c.status = 'OK'
         left join lateral (
           select finished_at as run_at, case when status = 'FAILED' then coalesce(error, 'no reason was kept') end as run_error,
             case when dry_run then drifted else drifted - repaired end as unrepaired
           from reconciliation_runs r
           where r.tenant_id = $1 and r.integration_id = $2 and status in ('SUCCEEDED', 'FAILED') order by id desc limit 1
         ) run on true
       where d.tenant_id = $1 and d.id = $2`,
      [tenantId, integrationId],
    );
    return row;
  }
}
