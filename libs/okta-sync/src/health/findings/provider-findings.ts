import { CheckStatus, DirectoryProvider } from '@rollcall/directory-integration';
import { sustainedPerMinute } from '@rollcall/okta';
import { SCIM_PACE } from '../../outbound-scim/scim-target.js';
import type { Finding } from '../../target/finding.js';
import {
  credentialsUseFinding,
  eventHookFinding,
  type EventHookState,
  type OktaCredentialsUse,
} from './local-findings.js';
import { rateFinding, type WriteLimit } from '../../okta/org-findings.js';
import { lastWriteFinding, paceFinding } from '../../outbound-scim/scim-findings.js';

/** The parts of the health checks that depend on the provider of the integration, apart from the checks of the target itself. */
interface ProviderFindings {
  /** Completes a sentence: where an administrator enters the SCIM token. */
  scimClient: string;
  /** The finding if no target is configured. */
  notConfigured: Finding;
  /**
   * Number of writes per minute that a long queue reaches; null if unknown.
   * @param limit Okta's limit per minute; null before Okta's first answer
   * @param share part of Okta's limit that we use, 0 to 1
   */
  writesPerMinute(limit: number | null, share: number): number | null;
  /** Findings from our database about the directory that pushes people to us. */
  ofSource(facts: EventHookState): Finding[];
  /** Findings from our database about the target. Used only if a target is configured. */
  ofTarget(facts: WriteLimit & OktaCredentialsUse, share: number, now: Date): Finding[];
}

export const PROVIDER_FINDINGS: Record<DirectoryProvider, ProviderFindings> = {
  [DirectoryProvider.OKTA]: {
    scimClient: 'the SCIM application of Okta',
    notConfigured: {
      name: 'okta-credentials',
      status: CheckStatus.WARN,
      code: 'NOT_CONFIGURED',
      message: 'The registration attribute is not configured yet: nothing is written to Okta.',
    },
    writesPerMinute: (limit, share) => (limit === null ? null : sustainedPerMinute(limit, share)),
    ofSource: (facts) => [eventHookFinding(facts)],
    ofTarget: (facts, share, now) => [rateFinding(facts, share, now), credentialsUseFinding(facts, now)],
  },
  // A directory other than Okta need not have a target. So a missing configuration is no warning.
  [DirectoryProvider.GENERIC_SCIM]: {
    scimClient: 'the SCIM client of your directory',
    notConfigured: {
      name: 'target-credentials',
      status: CheckStatus.OK,
      message: 'No registration attribute is configured: nothing is written back.',
    },
    writesPerMinute: () => SCIM_PACE.perSecond * 60,
    ofSource: () => [],
    ofTarget: (facts, _share, now) => [paceFinding(facts.blocked_until, now), lastWriteFinding(facts.last_write_at)],
  },
};
