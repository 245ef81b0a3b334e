import { Injectable } from '@nestjs/common';
import { DirectoryProvider } from '@rollcall/directory-integration';
import { AppConfig, Clock, Database } from '@rollcall/platform';
import { RegistrationReader, type WaitingWrites } from '../ledger/registration-reader.js';
import { estimatedCompletion } from './findings/estimated-completion.js';
import type { Finding } from './findings/finding.js';
import { LOCAL_FACTS, type LocalFacts } from './local-facts.js';
import {
  credentialsUseFinding,
  eventHookFinding,
  groupsFinding,
  heldFinding,
  reconciliationFinding,
  scimFinding,
} from './findings/local-findings.js';
import { rateFinding } from './findings/org-findings.js';
import { lastWriteFinding, paceFinding } from './findings/scim-findings.js';
import { syncFinding } from './findings/sync-finding.js';

/** The checks that need no request to the target. They are made whenever they are read, so they are never stale. */
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

  /** By integration: when its waiting changes will have been written; null when that is not known. */
  async estimateMany(tenantId: string, pending: ReadonlyMap<string, number>): Promise<Map<string, Date | null>> {
    const now = this.clock.now();
    const facts = await this.read(tenantId, [...pending.keys()]);
    const share = this.config.oktaRateShare;
    return new Map(facts.map((one) => [one.id, estimatedCompletion(one, pending.get(one.id) ?? 0, share, now)]));
  }

  private findingsOf(facts: LocalFacts, waiting: WaitingWrites | undefined, now: Date): Finding[] {
    const { enabled } = facts;
    const { ofSource, ofTarget } = CHECKS[facts.provider];
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

interface ProviderChecks {
  /** Of what people come from. */
  ofSource(facts: LocalFacts): Finding[];
  /** Of what is written to, once it is configured. */
  ofTarget(facts: LocalFacts, share: number, now: Date): Finding[];
}

const CHECKS: Record<DirectoryProvider, ProviderChecks> = {
  [DirectoryProvider.OKTA]: {
    ofSource: (facts) => [eventHookFinding(facts)],
    ofTarget: (facts, share, now) => [rateFinding(facts, share, now), credentialsUseFinding(facts, now)],
  },
  [DirectoryProvider.GENERIC_SCIM]: {
    ofSource: () => [],
    ofTarget: (facts, _share, now) => [paceFinding(facts.blocked_until, now), lastWriteFinding(facts.last_write_at)],
  },
};
