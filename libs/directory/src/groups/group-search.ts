import { Injectable } from '@nestjs/common';
import {
  type Caller,
  containing,
  Database,
  encodeCursor,
  foldText,
  FRESH_PLAN,
  idSliceOf,
  isId,
  type Page,
  type PageRequest,
  Searches,
  toPage,
} from '@rollcall/platform';
import { readDirectoryCount } from '../change/directory-count.js';
import { requireId } from '../identities/require-id.js';
import { groupColumns, type GroupRecord } from './group-record.js';

/** Search criteria of an administrator; undefined and null mean "any". */
export interface GroupFilter {
  integrationId?: string | null | undefined;
  /** Part of the displayName, in any letter case. */
  search?: string | null | undefined;
  /** Groups that this identity is in. */
  memberId?: string | undefined;
}

const COLUMNS = groupColumns('g');

/** The administrator's view: all groups of a tenant, newest last, paged by key. */
@Injectable()
export class GroupSearch {
  constructor(
    private readonly database: Database,
    private readonly searches: Searches,
  ) {}

  async find({ tenantId }: Caller, id: string): Promise<GroupRecord | undefined> {
    if (!isId(id)) return undefined;
    const [found] = await this.database.query<GroupRecord>(
      `select ${COLUMNS} from groups g where g.tenant_id = $1 and g.id = $2`,
      [tenantId, id],
    );
    return found;
  }

  async search(caller: Caller, filter: GroupFilter, page: PageRequest): Promise<Page<GroupRecord>> {
    const { from, values } = compile(caller, filter);
    const { id: last, beyond, order, limit } = idSliceOf(page, 'asc');
    const rows = await this.read<GroupRecord>(
      caller,
      filter,
      `${FRESH_PLAN}select ${COLUMNS} ${from}${last === null ? '' : ` and g.id ${beyond} $${values.length + 2}`}
       order by g.id ${order} limit $${values.length + 1}`,
      last === null ? [...values, limit] : [...values, limit, last],
    );
    return toPage(
      rows,
      page,
      () => this.count(caller, filter),
      ({ id }) => encodeCursor([id]),
    );
  }

  async count(caller: Caller, filter: GroupFilter): Promise<number> {
    const { from, values, isWhole } = compile(caller, filter);
    if (isWhole) return readDirectoryCount(this.database, 'groups', values);
    const [row] = await this.read<{ total: number }>(
      caller,
      filter,
      `${FRESH_PLAN}select count(*)::int as total ${from}`,
      values,
    );
    return row!.total;
  }

  private read<R extends object>(
    { tenantId }: Caller,
    { search }: GroupFilter,
    text: string,
    values: unknown[],
  ): Promise<R[]> {
    if ((search ?? '') === '') return this.database.query<R>(text, values);
    const advice = 'Choose an integration, or search for more characters.';
    return this.searches.run<R>({ tenantId, field: 'search', advice }, text, values);
  }

  /** In the order of `ids`. */
  async memberCounts({ tenantId }: Caller, ids: readonly string[]): Promise<number[]> {
    const rows = await this.database.query<{ id: string; total: number }>(
      `select group_id as id, count(*)::int as total from group_members
       where tenant_id = $1 and group_id = any ($2::uuid[]) group by group_id`,
      [tenantId, ids],
    );
    const counts = new Map(rows.map(({ id, total }) => [id, total]));
    return ids.map((id) => counts.get(id) ?? 0);
  }
}

/** `isWhole`: all rows of the tenant, or of one integration. */
function compile({ tenantId }: Caller, filter: GroupFilter): { from: string; values: unknown[]; isWhole: boolean } {
  const values: unknown[] = [tenantId];
  const conditions = ['g.tenant_id = $1'];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  if (filter.integrationId != null) conditions.push(`g.integration_id = ${bind(requireId(filter.integrationId))}`);
  const inScope = conditions.length;
  const searched = foldText(filter.search ?? '').trim();
  if (searched !== '') conditions.push(`fold_text(g.display_name) like ${bind(containing(searched))}`);
  const isWhole = conditions.length === inScope && filter.memberId === undefined;
  if (filter.memberId === undefined)
    return { from: `from groups g where ${conditions.join(' and ')}`, values, isWhole };
  conditions.push(`m.tenant_id = $1 and m.identity_id = ${bind(requireId(filter.memberId))}`);
  return {
    from: `from group_members m join groups g on g.tenant_id = m.tenant_id and g.id = m.group_id where ${conditions.join(' and ')}`,
    values,
    isWhole,
  };
}
