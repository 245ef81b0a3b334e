import { Injectable } from '@nestjs/common';
import { monotonicNow, nextTurn } from '../runtime/runtime.js';
import { TenantCosts } from './tenant-costs.js';

/** Milliseconds of long work before other work may run. */
export const SLICE_MS = 5;

/** Long work with the points at which it may pause. */
export type Steps<T> = Generator<void, T, void>;

/** Runs the work without a pause. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Splits long work of requests into slices. One slice runs per turn of the event loop, alternating between tenants. A short request
 * therefore waits for at most one slice per turn that it needs.
 */
@Injectable()
export class WorkSlices {
  private readonly waiting = new Map<string, (() => void)[]>();
  private running = false;

  constructor(private readonly costs: TenantCosts) {}

  /** Charges the tenant for the time that the work takes. @throws what the work throws */
  async run<T>(tenantId: string, steps: Steps<T>): Promise<T> {
    for (;;) {
      const begun = monotonicNow();
      try {
        do {
          const { done, value } = steps.next();
          if (done === true) return value;
        } while (monotonicNow() - begun < SLICE_MS);
      } finally {
        this.costs.charge(tenantId, monotonicNow() - begun);
      }
      await this.next(tenantId);
    }
  }

  /** Resolves when the tenant may run its next slice, in a later turn of the event loop. */
  next(tenantId: string): Promise<void> {
    return new Promise((resolve) => {
      const line = this.waiting.get(tenantId);
      if (line === undefined) this.waiting.set(tenantId, [resolve]);
      else line.push(resolve);
      if (!this.running) void this.giveTurns();
    });
  }

  private async giveTurns(): Promise<void> {
    this.running = true;
    while (this.waiting.size > 0) {
      await nextTurn();
      const [tenantId, line] = this.waiting.entries().next().value!;
      this.waiting.delete(tenantId);
      line.shift()?.();
      // Moves the tenant behind the other tenants.
      if (line.length > 0) this.waiting.set(tenantId, line);
    }
    this.running = false;
  }
}
