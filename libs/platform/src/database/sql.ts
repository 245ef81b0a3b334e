/** The connection pool or one transaction. Each text is prepared as a named statement, so use few different texts. */
export interface Sql {
  query<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** @returns the number of rows affected */
  execute(text: string, values?: readonly unknown[]): Promise<number>;
}

export interface Tx extends Sql {
  /**
   * Runs `work` after a successful commit; several works run in order. Errors of `work` are only logged, because the change is already
   * committed.
   */
  afterCommit(work: () => void | Promise<void>): void;
}
