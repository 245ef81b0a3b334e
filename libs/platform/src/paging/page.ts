/** A slice of a long list, read by keyset. */
export interface PageRequest {
  first: number;
  after?: string;
}

/** A number, or a function that counts on request: counting a long list costs more than a page of it. */
export type Count = number | (() => Promise<number>);

export interface Page<T> {
  nodes: T[];
  /** One per node. */
  cursors: string[];
  hasNextPage: boolean;
  totalCount: Count;
}

/** Makes a page of rows that were selected with `limit first + 1`. */
export function toPage<T>(rows: T[], first: number, totalCount: Count, cursorOf: (row: T) => string): Page<T> {
  const nodes = rows.slice(0, first);
  return { nodes, cursors: nodes.map(cursorOf), hasNextPage: rows.length > first, totalCount };
}
