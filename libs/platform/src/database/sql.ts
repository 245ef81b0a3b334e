/** Something that runs SQL: the pool, or one transaction. Statements are prepared by name, so keep their texts few. */
export interface Sql {
  query<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** @returns the number of rows affected */
  execute(text: string, values?: readonly unknown[]): Promise<number>;
}

export interface Tx extends Sql {
  /** Runs after a successful commit, in order; what it throws is logged, because the change is committed. */
  afterCommit(work: () => void | Promise<void>): void;
}
