import { Injectable } from '@nestjs/common';
import { Metrics } from '@rollcall/platform';

/** Buckets in seconds. The smallest is the delay of a fast org, and the largest an outage of an hour. */
const BIND_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 1800, 3600];
/** A write this long after the change is a repair. It is not measured, because it says nothing about the speed of writes. */
const REPAIR_AFTER_MS = 24 * 3_600_000;

/** Metrics about the time that a registration takes to reach its target. */
@Injectable()
export class WriteBackMetrics {
  private readonly binds;

  constructor(metrics: Metrics) {
    this.binds = metrics.histogram({
      name: 'rollcall_bind_to_okta_seconds',
      help: 'From the commit of a change (a passkey bound or lost, a person (de)activated) to its write in Okta or at a SCIM server.',
      labels: ['integration'],
      buckets: BIND_BUCKETS,
    });
  }

  /** @param changedAt commit time of the change that has just been confirmed */
  observeWrite(integration: string, changedAt: Date, now: Date): void {
    const ms = now.getTime() - changedAt.getTime();
    if (ms < REPAIR_AFTER_MS) this.binds.observe({ integration }, Math.max(0, ms) / 1000);
  }
}
