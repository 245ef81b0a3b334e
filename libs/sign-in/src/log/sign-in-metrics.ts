import { Injectable } from '@nestjs/common';
import { Metrics } from '@rollcall/platform';

/** Maximum number of flows to remember, so that each is counted once. The oldest flow is removed first. */
const MAX_FLOWS = 10_000;

type Outcome = 'SUCCEEDED' | 'REFUSED' | 'ABANDONED';

/** Counts the sign-ins of this process, for Prometheus. */
@Injectable()
export class SignInMetrics {
  private readonly ended;
  private readonly redirected;
  private readonly unusable;
  private readonly unusableFlows = new Set<string>();

  constructor(metrics: Metrics) {
    this.ended = metrics.counter({
      name: 'rollcall_sign_ins_total',
      help: 'Ended sign-ins by outcome and reason.',
      labels: ['outcome', 'reason'],
    });
    this.redirected = metrics.counter({
      name: 'rollcall_sign_in_redirects_total',
      help: 'Authorization requests that opened the sign-in page.',
    });
    this.unusable = metrics.counter({
      name: 'rollcall_sign_in_redirects_unusable_total',
      help: 'Redirects of people without a usable passkey: unknown, revoked, or of an inactive identity. Their registration is checked again.',
    });
    for (const outcome of ['SUCCEEDED', 'REFUSED', 'ABANDONED'] as const)
      this.ended.inc({ outcome, reason: 'NONE' }, 0);
  }

  count(outcome: Outcome, reason: string): void {
    this.ended.inc({ outcome, reason });
  }

  countRedirect(): void {
    this.redirected.inc();
  }

  /**
   * Counts a flow whose person has no usable passkey. Further attempts in the same flow are not counted. @param flow id
   * of the interaction
   */
  countUnusable(flow: string): void {
    if (this.unusableFlows.has(flow)) return;
    if (this.unusableFlows.size >= MAX_FLOWS) this.unusableFlows.delete(this.unusableFlows.values().next().value ?? '');
    this.unusableFlows.add(flow);
    this.unusable.inc();
  }
}
