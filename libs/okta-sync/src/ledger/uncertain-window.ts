import { Injectable } from '@nestjs/common';

/**
 * How long a request may still take effect at the target after its answer was lost. A request that takes effect even
 * later looks like a change by another client. The next reconciliation finds it.
 */
@Injectable()
export class UncertainWindow {
  /** Milliseconds. */
  readonly ms: number = 15_000;
}
