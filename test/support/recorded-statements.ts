import pg from 'pg';

/**
 * Records the statements that this process sends to PostgreSQL while `work` runs. @returns the statements in order,
 * without their values
 */
export async function recordedStatements(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given;
    statements.push(typeof first === 'string' ? first : String((first as { text?: string }).text));
    return Reflect.apply(original, this, given) as never;
  } as never;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return statements;
}
