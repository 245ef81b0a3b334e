import { seededRandom } from './seeded-random.js';

/**
 * Kinds of faults. With the kinds above `slow`, the org does not apply the request. With those below `slow`, it applies
 * the request and then damages the response.
 */
export const FAULT_KINDS = [
  'rate-limited',
  'unauthorized',
  'internal-error',
  'bad-gateway-html',
  'unavailable',
  'reset-before',
  'never-before',
  'slow',
  'reset-after',
  'never-after',
  'internal-error-after',
  'garbage-json',
  'truncated-body',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultRule {
  /** The kinds of faults. One of them is chosen at random for each affected request. */
  kinds: readonly FaultKind[];
  /** The share of requests to affect, from 0 to 1. If unset, every request is affected. */
  probability?: number;
  /** Maximum number of requests to affect. If unset, there is no maximum. */
  times?: number;
  method?: string;
  /** Beginning of the path, e.g. `/api/v1/users/`. */
  path?: string;
  /** Delay of the kind `slow` in milliseconds; defaults to 1000. */
  slowMs?: number;
}

export interface Fault {
  readonly kind: FaultKind;
  readonly slowMs: number;
}

/** Decides which requests get a fault, and of which kind. The decision depends on the rules and on the seed. */
export class FaultPlan {
  private rules: (FaultRule & { left: number })[] = [];
  private random: () => number;
  private readonly hits = new Map<FaultKind, number>();

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** Number of faults by kind. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.hits);
  }

  set(rules: readonly FaultRule[], seed?: number): void {
    this.rules = rules.map((rule) => ({ ...rule, left: rule.times ?? Number.POSITIVE_INFINITY }));
    if (seed !== undefined) this.random = seededRandom(seed);
  }

  clear(): void {
    this.rules = [];
  }

  next(method: string, path: string): Fault | undefined {
    for (const rule of this.rules) {
      if (rule.left <= 0 || (rule.method ?? method) !== method || !path.startsWith(rule.path ?? '')) continue;
      if (this.random() >= (rule.probability ?? 1)) continue;
      const kind = rule.kinds[Math.floor(this.random() * rule.kinds.length)];
      if (kind === undefined) continue;
      rule.left -= 1;
      this.hits.set(kind, (this.hits.get(kind) ?? 0) + 1);
      return { kind, slowMs: rule.slowMs ?? 1000 };
    }
    return undefined;
  }
}
