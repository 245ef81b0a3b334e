import { QuotaSpent, type OktaQuotas } from '../quota/okta-quotas.js';
import type { RequestBucket } from '../okta/request-bucket.js';
import type { RegistrationTarget } from '../target/registration-target.js';

/** Requests of a run, taken out of the quota several at a time: one statement for so many. */
export class Allowance {
  private left = 0;
  private taking: Promise<void> | undefined;

  /** @param most how many may be of use, asked before each take */
  constructor(
    private readonly quotas: OktaQuotas,
    private readonly target: RegistrationTarget,
    private readonly bucket: RequestBucket,
    private readonly most: () => number,
  ) {}

  /** Lets one request through. @throws QuotaSpent when not even one is allowed */
  async next(): Promise<void> {
    while (this.left === 0) await (this.taking ??= this.take().finally(() => (this.taking = undefined)));
    this.left -= 1;
  }

  private async take(): Promise<void> {
    const { granted, waitMs } = await this.quotas.take(this.target, this.bucket, Math.max(1, this.most()));
    if (granted === 0) throw new QuotaSpent(this.bucket, waitMs);
    this.left += granted;
  }
}
