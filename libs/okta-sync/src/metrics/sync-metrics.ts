import { Injectable } from '@nestjs/common';
import { Metrics } from '@rollcall/platform';
import { type IntegrationFigures, SyncFiguresRepository } from './sync-figures.repository.js';

const LABELS = ['integration', 'name'] as const;

/**
 * Metrics about the state of every integration. They are read from the database for each scrape, so that every replica
 * reports the same values.
 */
@Injectable()
export class SyncMetrics {
  private readonly depth;
  private readonly limit;
  private readonly remaining;
  private readonly gauges;

  constructor(
    metrics: Metrics,
    private readonly figures: SyncFiguresRepository,
  ) {
    const gauge = (name: string, help: string) => metrics.gauge({ name: `rollcall_${name}`, help, labels: LABELS });
    this.depth = metrics.gauge({
      name: 'rollcall_registrations',
      help: 'People in the registration ledger, by state.',
      labels: [...LABELS, 'state'],
    });
    this.limit = metrics.gauge({
      name: 'rollcall_okta_quota_limit',
      help: 'Requests a minute that Okta allows all API clients together, as it last said.',
      labels: ['okta_domain', 'bucket'],
    });
    this.remaining = metrics.gauge({
      name: 'rollcall_okta_quota_remaining',
      help: 'Requests left in the window under way.',
      labels: ['okta_domain', 'bucket'],
    });
    this.gauges = {
      paused: gauge('sync_paused', '1 while writes are paused.'),
      oldest_due: gauge('registrations_oldest_due_seconds', 'How long the oldest due write has been due.'),
      oldest_unsettled: gauge(
        'registrations_oldest_unsettled_seconds',
        'How long ago the oldest change was made that is not written yet.',
      ),
      scim_age: gauge('last_scim_request_age_seconds', 'Since the last SCIM request.'),
      drifted: gauge('reconciliation_drift', 'Differences that the last reconciliation found.'),
      unrepaired: gauge('reconciliation_drift_unrepaired', 'Those of them that it did not repair.'),
      run_failed: gauge('reconciliation_failed', '1 when the last reconciliation failed.'),
      credential_left: gauge(
        'scim_credential_left_seconds',
        'Until the last valid SCIM credential expires; negative once it has or was revoked, absent when one never does.',
      ),
      run_age: gauge(
        'reconciliation_age_seconds',
        'Since the end of the last reconciliation, or since the integration was made; absent while the sync is switched off.',
      ),
    };
    metrics.onScrape('registration sync', () => this.collect());
  }

  /** Removes the old values first. So nothing is exported for a deleted integration, or while the database cannot be reached. */
  private async collect(): Promise<void> {
    for (const gauge of [this.depth, this.limit, this.remaining, ...Object.values(this.gauges)]) gauge.reset();
    const { integrations, quotas } = await this.figures.read();
    for (const figures of integrations) this.tell(figures);
    for (const { okta_domain, bucket, rate_limit, remaining } of quotas) {
      this.limit.set({ okta_domain, bucket }, rate_limit);
      this.remaining.set({ okta_domain, bucket }, remaining);
    }
  }

  private tell(figures: IntegrationFigures): void {
    const { integration, name, states } = figures;
    for (const [state, people] of Object.entries(states)) this.depth.set({ integration, name, state }, people ?? 0);
    for (const [figure, gauge] of Object.entries(this.gauges)) {
      const value = figures[figure as keyof typeof this.gauges];
      if (value !== null) gauge.set({ integration, name }, Number(value));
    }
  }
}
