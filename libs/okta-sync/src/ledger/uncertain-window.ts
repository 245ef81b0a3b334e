import { Injectable } from '@nestjs/common';

/**
 * How long after its answer was lost a request may still be carried out at the target. A request that the target applies even later cannot be
 * distinguished from a change by another client; the next reconciliation finds it.
 */
@Injectable()
export class UncertainWindow {
  /** Milliseconds. */
  readonly ms: number = 15_000;
}
