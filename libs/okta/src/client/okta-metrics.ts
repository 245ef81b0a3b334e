import { Injectable } from '@nestjs/common';
import { Metrics } from '@rollcall/platform';
import type { RequestBucket } from '../quota/request-bucket.js';

/** Metrics: counts the answers that this process received from Okta orgs and SCIM servers. */
@Injectable()
export class OktaMetrics {
  private readonly answers;

  constructor(metrics: Metrics) {
    this.answers = metrics.counter({
      name: 'rollcall_okta_answers_total',
      help: 'Answers of Okta orgs and of SCIM servers; status "none": no answer came. Writes to Okta are those of bucket users.write.',
      labels: ['integration', 'bucket', 'status'],
    });
  }

  /** @param status undefined if no answer arrived */
  countAnswer(integration: string, bucket: RequestBucket, status: number | undefined): void {
    this.answers.inc({ integration, bucket, status: String(status ?? 'none') });
  }
}
