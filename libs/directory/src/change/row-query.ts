import { FRESH_PLAN } from '@rollcall/platform';
import { type CountedTable, directoryCount } from './directory-count.js';

/** A page of rows in a protocol's own filter and order, compiled to SQL. */
export interface RowQuery {
  /** Values of the placeholders in `where`; the first two must be the tenant and the integration ($1, $2). */
  values: readonly unknown[];
  /** Condition over the table's alias. */
  where?: string;
  /** Condition that skips the rows of earlier pages; the offset counts from there, the total counts all rows. */
  after?: string;
  /** A total order over the table's alias; defaults to id. */
  orderBy?: string;
  /** Text expression returned with each row; the next page by key starts from it. */
  key?: string;
  /** Plan the statement for each execution, because there are very many different conditions. */
  freshPlan?: boolean;
  /** No index supports the condition or the order: duration and number of such reads are limited per tenant. */
  searches?: boolean;
  /**
   * An index finds the rows of the condition, usually few: reads all of them first. Otherwise PostgreSQL, which cannot estimate their
   * number, would scan the list in its order. Not combinable with `orderBy`.
   */
  narrow?: boolean;
  offset: number;
  /** 0 requests the total only. */
  limit: number;
}

export interface RowPage<T> {
  total: number;
  rows: (T & { key?: string | null })[];
}

/**
 * Statement of a page and its total in one round trip. The page is found on keys alone, then joined to its rows. Triggers keep the total of
 * a list without a condition; any other total is counted, unless the page already shows it.
 */
export function pageStatement(
  table: CountedTable,
  alias: string,
  columns: string,
  query: RowQuery,
): { text: string; values: unknown[] } {
  const { where, after, orderBy = `${alias}.id`, key, narrow } = query;
  const offset = `$${query.values.length + 1}::bigint`;
  const limit = `$${query.values.length + 2}::bigint`;
  const scope = `from ${table} ${alias} where ${alias}.tenant_id = $1 and ${alias}.integration_id = $2${where ? ` and (${where})` : ''}`;
  const found = narrow ? `found as materialized (select ${alias}.id ${scope}), ` : '';
  const source = narrow ? `from found ${alias} where true` : scope;
  const all = where ? `(select count(*) ${narrow ? 'from found' : scope})` : directoryCount(table, '$1', '$2');
  const counted =
    after || narrow || !where
      ? all
      : `case when ${offset} = 0 and (select count(*) from page) < ${limit} then (select count(*) from page)
      else ${all} end`;
  const text = `${query.freshPlan ? FRESH_PLAN : ''}with ${found}page as materialized (
      select ${alias}.id${key ? `, ${key} as key` : ''} ${source}${after ? ` and (${after})` : ''} order by ${orderBy} offset ${offset} limit ${limit}
    )
    select (${counted})::int as total${key ? ', page.key' : ''}, ${columns}
    from (values (1)) one left join (page join ${table} ${alias} on ${alias}.tenant_id = $1 and ${alias}.id = page.id) on true
    order by ${orderBy}`;
  return { text, values: [...query.values, query.offset, query.limit] };
}

/** Reverses the outer join: a page without rows arrives as one row of nulls with the total. */
export function toRowPage<T extends { id: string }>(rows: (T & { total: number })[]): RowPage<T> {
  const total = rows[0]?.total ?? 0;
  return { total, rows: rows[0]?.id == null ? [] : rows };
}
