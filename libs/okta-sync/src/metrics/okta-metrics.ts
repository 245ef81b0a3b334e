import { Injectable } from '@nestjs/common';
import { Metrics } from '@rollcall/platform';
import type { RequestBucket } from '../okta/request-bucket.js';

/** From a fast org to one that was down for an hour. */
const BIND_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 1800, 3600];
/** A write so long after the change is a repair of drift, and tells nothing of our speed. */
const REPAIR_AFTER_MS = 24 * 3_600_000;

/** What this process does to Okta orgs. */
@Injectable()
export class OktaMetrics {
  private readonly answers;
  private readonly binds;

  constructor(metrics: Metrics) {
    this.answers = metrics.counter({
      name: 'rollcall_okta_answers_total',
      help: 'Answers of Okta orgs and of SCIM servers; status "none": no answer came. Writes to Okta are those of bucket users.write.',
      labels: ['integration', 'bucket', 'status'],
    });
    this.binds = metrics.histogram({
      name: 'rollcall_bind_to_okta_seconds',
      help: 'From the commit of a change (a passkey bound or lost, a person (de)activated) to its write in Okta or at a SCIM server.',
      labels: ['integration'],
      buckets: BIND_BUCKETS,
    });
  }

  /** @param status undefined when no answer came */
  countAnswer(integration: string, bucket: RequestBucket, status: number | undefined): void {
    this.answers.inc({ integration, bucket, status: String(status ?? 'none') });
  }

  /** @param changedAt when the change was committed that Okta now holds */
  observeWrite(integration: string, changedAt: Date, now: Date): void {
    const ms = now.getTime() - changedAt.getTime();
    if (ms < REPAIR_AFTER_MS) this.binds.observe({ integration }, Math.max(0, ms) / 1000);
  }
}
