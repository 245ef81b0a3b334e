import { Injectable } from '@nestjs/common';
import { AppConfig, Clock, Database } from '@rollcall/platform';
import { RegistrationReader, type WaitingWrites } from '../ledger/registration-reader.js';
import { estimatedCompletion } from './findings/estimated-completion.js';
import type { Finding } from '../target/finding.js';
import { LOCAL_FACTS, type LocalFacts } from './local-facts.js';
import { groupsFinding, heldFinding, reconciliationFinding } from './findings/local-findings.js';
import { PROVIDER_FINDINGS } from './findings/provider-findings.js';
import { scimFinding } from './findings/scim-client-finding.js';
import { syncFinding } from './findings/sync-finding.js';

/** Health checks that need only our database, and no request to the target. They run on each read, so their results are always current. */
@Injectable()
export class LocalChecks {
  constructor(
    private readonly database: Database,
    private readonly registrations: RegistrationReader,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** Findings by integration. */
  async examineMany(tenantId: string, integrationIds: readonly string[]): Promise<Map<string, Finding[]>> {
    const [facts, waiting] = await Promise.all([
      this.read(tenantId, integrationIds),
      this.registrations.waiting(tenantId, integrationIds),
    ]);
    const waitingAt = new Map(waiting.map((one) => [one.integrationId, one]));
    const now = this.clock.now();
    return new Map(facts.map((one) => [one.id, this.findingsOf(one, waitingAt.get(one.id), now)]));
  }

  /** Estimated time at which the waiting changes of each integration will be written; null if unknown. */
  async estimateMany(tenantId: string, pending: ReadonlyMap<string, number>): Promise<Map<string, Date | null>> {
    const now = this.clock.now();
    const facts = await this.read(tenantId, [...pending.keys()]);
    const share = this.config.oktaRateShare;
    return new Map(facts.map((one) => [one.id, estimatedCompletion(one, pending.get(one.id) ?? 0, share, now)]));
  }

  private findingsOf(facts: LocalFacts, waiting: WaitingWrites | undefined, now: Date): Finding[] {
    const { enabled } = facts;
    const { ofSource, ofTarget } = PROVIDER_FINDINGS[facts.provider];
    const findings = [scimFinding(facts, now), groupsFinding(facts), ...ofSource(facts)];
    if (enabled === null) return findings;
    const share = this.config.oktaRateShare;
    return [
      ...findings,
      syncFinding({ ...facts, enabled }, waiting, now, share),
      heldFinding(facts.held),
      reconciliationFinding(facts, now),
      ...ofTarget(facts, share, now),
    ];
  }

  private async read(tenantId: string, integrationIds: readonly string[]): Promise<LocalFacts[]> {
    return this.database.query<LocalFacts>(LOCAL_FACTS, [tenantId, integrationIds]);
  }
}
