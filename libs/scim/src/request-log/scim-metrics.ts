import { Injectable } from '@nestjs/common';
import { Metrics } from '@rollcall/platform';

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

/** SCIM requests of this process. */
@Injectable()
export class ScimMetrics {
  private readonly requests;
  private readonly durations;

  constructor(metrics: Metrics) {
    this.requests = metrics.counter({
      name: 'rollcall_scim_requests_total',
      help: 'SCIM requests by method and status; no integration: it was not let in.',
      labels: ['integration', 'method', 'status'],
    });
    this.durations = metrics.histogram({
      name: 'rollcall_scim_request_seconds',
      help: 'How long SCIM requests took.',
      labels: ['method'],
      buckets: BUCKETS,
    });
  }

  count(integration: string | undefined, method: string, status: number, ms: number): void {
    this.requests.inc({ integration: integration ?? '', method, status: String(status) });
    this.durations.observe({ method }, ms / 1000);
  }
}
