import { Injectable } from '@nestjs/common';

/**
 * How long a request may still take effect at the target after its answer was lost. If it takes effect even later, it cannot be
 * distinguished from a change by another client; the next reconciliation finds it.
 */
@Injectable()
export class UncertainWindow {
  /** Milliseconds. */
  readonly ms: number = 15_000;
}
