import { Injectable } from '@nestjs/common';
import { monotonicNow, nextTurn } from '../runtime/runtime.js';
import { TenantCosts } from './tenant-costs.js';

/** Milliseconds after which long work pauses, so that other work can run. */
export const SLICE_MS = 5;

/** Long work as a generator. It may pause at each `yield`. */
export type Steps<T> = Generator<void, T, void>;

/** Runs the work without a pause. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Splits the long work of requests into slices. In each turn of the event loop one slice runs, and the tenants alternate. A short request
 * therefore waits for at most one slice in each turn that it needs.
 */
@Injectable()
export class WorkSlices {
  private readonly waiting = new Map<string, (() => void)[]>();
  private running = false;

  constructor(private readonly costs: TenantCosts) {}

  /** Runs the work, and charges the tenant for its time. @throws the error of the work */
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

  /** Resolves in a later turn of the event loop, when the tenant may run its next slice. */
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
      // The tenant is inserted again at the end, so that the other tenants come first.
      if (line.length > 0) this.waiting.set(tenantId, line);
    }
    this.running = false;
  }
}
