import { Injectable } from '@nestjs/common';
import { IntegrationChecks, type HealthCheck } from '@rollcall/directory-integration';
import { AppConfig, Clock, Database } from '@rollcall/platform';
import { RegistrationReader, type WaitingWrites } from '../ledger/registration-reader.js';
import { estimatedCompletion } from './estimated-completion.js';
import type { Finding } from './finding.js';
import { LIVE_FACTS, LIVE_JOINS, type LiveFacts } from './live-facts.js';
import { heldFinding, scimFinding } from './our-findings.js';
import { syncFinding } from './sync-finding.js';

interface IntegrationFacts extends LiveFacts {
  id: string;
}

/** The doctor's last findings, and what changes faster than the doctor comes by as it is now. */
@Injectable()
export class CurrentChecks {
  constructor(
    private readonly stored: IntegrationChecks,
    private readonly database: Database,
    private readonly registrations: RegistrationReader,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** By name; none of an integration that was never examined. */
  async listMany(tenantId: string, integrationIds: readonly string[]): Promise<Map<string, HealthCheck[]>> {
    const [found, facts, waiting, counts] = await Promise.all([
      this.stored.listMany(tenantId, integrationIds),
      this.read(tenantId, integrationIds),
      this.registrations.waiting(tenantId, integrationIds),
      this.registrations.counts(tenantId, integrationIds),
    ]);
    const waitingAt = new Map(waiting.map((one) => [one.integrationId, one]));
    const heldAt = new Map(counts.map(({ integrationId, held }) => [integrationId, held]));
    const checkedAt = this.clock.now();
    for (const live of facts) {
      const now = this.findingsOf(live, waitingAt.get(live.id), heldAt.get(live.id) ?? 0, checkedAt);
      const findings = new Map(now.map((finding) => [finding.name, finding]));
      const checks = (found.get(live.id) ?? []).map((check) => {
        const finding = findings.get(check.name);
        return finding ? { code: null, ...finding, checkedAt } : check;
      });
      found.set(live.id, checks);
    }
    return found;
  }

  /** By integration: when its waiting changes will have been written; null when that is not known. */
  async estimateMany(tenantId: string, pending: ReadonlyMap<string, number>): Promise<Map<string, Date | null>> {
    const now = this.clock.now();
    const facts = await this.read(tenantId, [...pending.keys()]);
    const share = this.config.oktaRateShare;
    return new Map(facts.map((live) => [live.id, estimatedCompletion(live, pending.get(live.id) ?? 0, share, now)]));
  }

  private findingsOf(live: LiveFacts, waiting: WaitingWrites | undefined, held: number, now: Date): Finding[] {
    const { enabled } = live;
    const scim = scimFinding(live, now);
    if (enabled === null) return [scim];
    return [scim, heldFinding(held), syncFinding({ ...live, enabled }, waiting, now, this.config.oktaRateShare)];
  }

  private async read(tenantId: string, integrationIds: readonly string[]): Promise<IntegrationFacts[]> {
    return this.database.query<IntegrationFacts>(
      `select d.id, ${LIVE_FACTS} from directory_integrations d ${LIVE_JOINS}
       where d.tenant_id = $1 and d.id = any($2::uuid[])`,
      [tenantId, integrationIds],
    );
  }
}
