import type { QueryResult } from 'pg';

const CHANGES = /(?<!\b(?:for|do) )\b(?:insert|update|delete|truncate|merge)\b/gi;
/** Functions whose result depends on more than table rows, or that have side effects. */
const DEPENDS_ON_MORE =
  /\bfor (?:no key )?(?:update|share)\b|\b(?:now|clock_timestamp|statement_timestamp|random|gen_random_uuid|nextval|set_config|current_setting|pg_\w+)\s*\(|\bpg_locks\b|\bcurrent_(?:date|timestamp)\b/i;

/**
 * Caches answers of read-only statements until a statement may have changed a row. An idle worker sends the same statements every second,
 * and round trips are most of a run's cost.
 */
export class RememberedReads {
  private readonly answers = new Map<string, QueryResult>();
  private readonly kinds = new Map<string, { reads: boolean; repeats: boolean; changes: number }>();

  find<R extends object>(text: string, values: readonly unknown[]): QueryResult<R> | undefined {
    if (!this.kindOf(text).repeats) return undefined;
    const known = this.answers.get(keyOf(text, values)) as QueryResult<R> | undefined;
    return known && copyOf(known);
  }

  /** Caches the answer to a read; clears the cache after a statement that may have changed a row. */
  note(text: string, values: readonly unknown[], result: QueryResult): void {
    const { reads, repeats, changes } = this.kindOf(text);
    if (repeats) this.answers.set(keyOf(text, values), copyOf(result));
    // The row count does not include changes in a CTE. So zero proves only for a single change that nothing changed.
    const changedNothing = changes === 1 && result.command !== 'SELECT' && result.rowCount === 0;
    if (!reads && !changedNothing) this.forget();
  }

  /** True for a statement that only reads, and whose answer does not depend on the time. */
  isTimeless(text: string): boolean {
    return this.kindOf(text).repeats;
  }

  forget(): void {
    this.answers.clear();
  }

  private kindOf(text: string) {
    const known = this.kinds.get(text);
    if (known) return known;
    const changes = [...text.matchAll(CHANGES)].length;
    const reads = changes === 0 && /^\s*(?:select|with)\b/i.test(text);
    const kind = { reads, repeats: reads && !DEPENDS_ON_MORE.test(text), changes };
    this.kinds.set(text, kind);
    return kind;
  }
}

function keyOf(text: string, values: readonly unknown[]): string {
  return `${JSON.stringify(values)} ${text}`;
}

function copyOf<R extends object>(result: QueryResult<R>): QueryResult<R> {
  return { ...result, rows: result.rows.map((row) => ({ ...row })) };
}
