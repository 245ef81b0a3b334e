import { createHash } from 'node:crypto';

const KEPT_LINES = 400;

/** Everything that happened in a run, as lines and as one hash. */
export class Trace {
  private readonly hash = createHash('sha256');
  private readonly lines: string[] = [];
  private readonly counts = new Map<string, number>();
  private finished: string | undefined;

  /** @param listen receives each line */
  constructor(private readonly listen?: (line: string) => void) {}

  add(line: string): void {
    this.hash.update(line).update('\n');
    this.lines.push(line);
    if (this.lines.length > 2 * KEPT_LINES) this.lines.splice(0, KEPT_LINES);
    this.listen?.(line);
  }

  /** Counts a state that the runs must reach at least sometimes. */
  reach(state: string): void {
    this.counts.set(state, (this.counts.get(state) ?? 0) + 1);
  }

  get reached(): ReadonlyMap<string, number> {
    return this.counts;
  }

  get digest(): string {
    return (this.finished ??= this.hash.digest('hex'));
  }

  get tail(): readonly string[] {
    return this.lines.slice(-KEPT_LINES);
  }
}
