import { Injectable } from '@nestjs/common';
import { Metrics } from '@rollcall/platform';

type Outcome = 'SUCCEEDED' | 'REFUSED' | 'ABANDONED';

/** Sign-ins of this process, for Prometheus. */
@Injectable()
export class SignInMetrics {
  private readonly ended;
  private readonly redirected;
  private readonly unusable;

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
      help: 'Redirected people who had no usable passkey: unknown, revoked, or an inactive identity. Their registration is checked again.',
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

  countUnusable(): void {
    this.unusable.inc();
  }
}
