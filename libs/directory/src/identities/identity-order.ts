import { encodeCursor, isId, keyOf, type PageRequest, sliceOf } from '@rollcall/platform';

export enum IdentityOrderField {
  CREATED_AT = 'CREATED_AT',
  UPDATED_AT = 'UPDATED_AT',
  USER_NAME = 'USER_NAME',
}

export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}

export interface IdentityOrder {
  field: IdentityOrderField;
  direction: SortDirection;
}

/** SQL of a sorted page of identities `i`: by the sort column, then by id. */
export interface OrderedSlice {
  /** Selected as `order_key`. */
  key: string;
  /** Condition for the rows beyond the cursor, undefined without a cursor. Binds its values with `bind`. */
  beyond: ((bind: (value: unknown) => string) => string) | undefined;
  orderBy: string;
  limit: number;
  cursorOf: (row: { id: string; order_key: string }) => string;
}

/** The column, and its type in a cursor. Ids are UUIDs v7, which sort by time of creation. */
const KEYS: Record<IdentityOrderField, { column: string; type: string } | undefined> = {
  CREATED_AT: undefined,
  UPDATED_AT: { column: 'i.updated_at', type: 'timestamptz' },
  USER_NAME: { column: 'coalesce(i.user_name_key, i.shared_name_key)', type: 'text' },
};

const INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/;

/** @throws DomainError BAD_USER_INPUT (field `after` or `before`) for a cursor of another list or order */
export function orderedSliceOf(page: PageRequest, { field, direction }: IdentityOrder): OrderedSlice {
  const { beyond, order, limit } = sliceOf(page, direction === SortDirection.DESC ? 'desc' : 'asc');
  const key = KEYS[field];
  if (key === undefined) {
    const [id] = keyOf(page, 1, ([part]) => isId(part ?? '')) ?? [];
    return {
      key: 'null',
      beyond: id == null ? undefined : (bind) => `i.id ${beyond} ${bind(id)}`,
      orderBy: `i.id ${order}`,
      limit,
      cursorOf: (row) => encodeCursor([row.id]),
    };
  }
  const [, value, id] =
    keyOf(page, 3, ([name, text, last]) => {
      const isText = text !== null && (field !== IdentityOrderField.UPDATED_AT || INSTANT.test(text ?? ''));
      return name === field && isText && isId(last ?? '');
    }) ?? [];
  return {
    key: `${key.column}::text`,
    beyond:
      id == null
        ? undefined
        : (bind) => `(${key.column}, i.id) ${beyond} (${bind(value)}::${key.type}, ${bind(id)}::uuid)`,
    orderBy: `${key.column} ${order}, i.id ${order}`,
    limit,
    cursorOf: (row) => encodeCursor([field, row.order_key, row.id]),
  };
}
