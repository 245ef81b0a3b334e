/** A slice of a long list, read by keyset. */
export interface PageRequest {
  first: number;
  after?: string;
}

export interface Page<T> {
  nodes: T[];
  /** One per node. */
  cursors: string[];
  hasNextPage: boolean;
  totalCount: number;
}

/** Makes a page of rows that were selected with `limit first + 1`. */
export function toPage<T>(rows: T[], first: number, totalCount: number, cursorOf: (row: T) => string): Page<T> {
  const nodes = rows.slice(0, first);
  return { nodes, cursors: nodes.map(cursorOf), hasNextPage: rows.length > first, totalCount };
}
