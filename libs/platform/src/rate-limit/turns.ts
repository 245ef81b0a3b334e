import { DomainError } from '../errors/domain-error.js';

const RETRY_AFTER_SECONDS = 1;
/** Maximum time that a request waits for its turn. Okta's client times out after a minute, so the request must be refused before that. */
const MAX_WAIT_MS = 10_000;
const RETRY_AFTER_WAIT_SECONDS = 5;

interface Line {
  running: number;
  waiting: (() => void)[];
}

const tooManyRequests = (): DomainError =>
  DomainError.rateLimited(
    `Too many requests of this tenant at once. Retry in ${RETRY_AFTER_SECONDS} s.`,
    RETRY_AFTER_SECONDS,
  );

/** Limits concurrent work per key. Further work waits in order. */
export class Turns {
  private readonly lines = new Map<string, Line>();

  /** @param tooMany creates the error for a caller that arrives when `mostWaiting` callers already wait */
  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
    private readonly tooMany: () => DomainError = tooManyRequests,
  ) {}

  /** True if work with this key would not wait. */
  isFree(key: string): boolean {
    return (this.lines.get(key)?.running ?? 0) < this.atOnce;
  }

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    await this.take(key);
    try {
      return await work();
    } finally {
      this.leave(key);
    }
  }

  /**
   * Waits for the caller's turn. The caller must end the turn by {@link leave}.
   * @throws DomainError of `tooMany` (RATE_LIMITED by default) when too many callers wait; UNAVAILABLE after a wait of 10 s
   */
  async take(key: string): Promise<void> {
    const line = this.lines.get(key) ?? { running: 0, waiting: [] };
    this.lines.set(key, line);
    if (line.running < this.atOnce) {
      line.running += 1;
      return;
    }
    if (line.waiting.length >= this.mostWaiting) throw this.tooMany();
    await new Promise<void>((resolve, reject) => {
      const begin = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        line.waiting.splice(line.waiting.indexOf(begin), 1);
        reject(
          DomainError.unavailable(
            `Earlier requests of this tenant take too long. Retry in ${RETRY_AFTER_WAIT_SECONDS} s.`,
            RETRY_AFTER_WAIT_SECONDS,
          ),
        );
      }, MAX_WAIT_MS).unref();
      line.waiting.push(begin);
    });
  }

  leave(key: string): void {
    const line = this.lines.get(key);
    if (line === undefined) return;
    const next = line.waiting.shift();
    if (next) return next();
    line.running -= 1;
    if (line.running === 0) this.lines.delete(key);
  }
}
