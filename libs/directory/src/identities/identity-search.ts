import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Clock,
  containing,
  Database,
  DomainError,
  foldText,
  FRESH_PLAN,
  isId,
  type Page,
  type PageRequest,
  type Search,
  Searches,
  toPage,
} from '@rollcall/platform';
import { readDirectoryCount } from '../change/directory-count.js';
import { RegistrationLedger } from '../registration/registration-ledger.js';
import type { RegistrationState } from '../registration/registration-state.js';
import { enrollmentCondition, type EnrollmentStatus } from './enrollment-status.js';
import { identityColumns, type IdentityRecord } from './identity-record.js';
import { IdentityStatus } from './identity-status.js';
import { type IdentityOrder, IdentityOrderField, orderedSliceOf, SortDirection } from './identity-order.js';
import { requireId } from './require-id.js';

/** Search criteria of an administrator; undefined and null mean "any". */
export interface IdentityFilter {
  integrationId?: string | null | undefined;
  /** Part of userName, displayName or email, in any letter case. */
  search?: string | null | undefined;
  status?: IdentityStatus | null | undefined;
  enrollmentStatus?: EnrollmentStatus | null | undefined;
  registrationState?: RegistrationState | null | undefined;
  /** Members of this group only. */
  groupId?: string | null | undefined;
  updatedAfter?: Date | null | undefined;
}

const OLDEST_FIRST: IdentityOrder = { field: IdentityOrderField.CREATED_AT, direction: SortDirection.ASC };

/** The filter and order of a query, to decide whether it counts as a search. */
type SearchedFilter = IdentityFilter & { orderBy?: IdentityOrderField | undefined };

const COLUMNS = identityColumns('i');
/** Must equal the expression of the index identities_folded_search; the line breaks prevent matches across two fields. */
const SEARCHED = `fold_text(i.user_name || E'\\n' || coalesce(i.display_name, '') || E'\\n' || coalesce(i.email, ''))`;

/** The administrator's view: all people of a tenant, newest last, paged by key. */
@Injectable()
export class IdentitySearch {
  constructor(
    private readonly database: Database,
    private readonly searches: Searches,
    private readonly ledger: RegistrationLedger,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND */
  async get({ tenantId }: Caller, id: string): Promise<IdentityRecord> {
    const [found] = isId(id)
      ? await this.database.query<IdentityRecord>(
          `select ${COLUMNS} from identities i where i.tenant_id = $1 and i.id = $2`,
          [tenantId, id],
        )
      : [];
    if (found === undefined) throw DomainError.notFound('Identity', id);
    return found;
  }

  /** Sorted by creation by default. @throws DomainError BAD_USER_INPUT */
  async search(
    caller: Caller,
    filter: IdentityFilter,
    page: PageRequest,
    order: IdentityOrder = OLDEST_FIRST,
  ): Promise<Page<IdentityRecord>> {
    const { key, beyond, orderBy, limit, cursorOf } = orderedSliceOf(page, order);
    const { from, values } = this.compile(caller, filter);
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const rest = beyond ? ` and ${beyond(bind)}` : '';
    const rows = await this.read<IdentityRecord & { order_key: string }>(
      caller,
      { ...filter, orderBy: order.field === IdentityOrderField.CREATED_AT ? undefined : order.field },
      `${FRESH_PLAN}select ${COLUMNS}, ${key} as order_key ${from}${rest} order by ${orderBy} limit ${bind(limit)}`,
      values,
    );
    return toPage(rows, page, () => this.count(caller, filter), cursorOf);
  }

  async count(caller: Caller, filter: IdentityFilter): Promise<number> {
    const { from, values, isWhole } = this.compile(caller, filter);
    if (isWhole) return readDirectoryCount(this.database, 'identities', values);
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
    filter: SearchedFilter,
    text: string,
    values: unknown[],
  ): Promise<R[]> {
    const search = searchOf(tenantId, filter);
    return search === undefined ? this.database.query<R>(text, values) : this.searches.run<R>(search, text, values);
  }

  /** `isWhole`: all rows of the tenant, or of one integration. */
  private compile({ tenantId }: Caller, filter: IdentityFilter): { from: string; values: unknown[]; isWhole: boolean } {
    const values: unknown[] = [tenantId];
    const conditions = ['i.tenant_id = $1'];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    if (filter.integrationId != null) conditions.push(`i.integration_id = ${bind(requireId(filter.integrationId))}`);
    const inScope = conditions.length;
    const searched = foldText(filter.search ?? '').trim();
    if (searched !== '') conditions.push(`${SEARCHED} like ${bind(containing(searched))}`);
    if (filter.status != null) conditions.push(`i.active = ${bind(filter.status === IdentityStatus.ACTIVE)}`);
    if (filter.enrollmentStatus != null) {
      conditions.push(enrollmentCondition(filter.enrollmentStatus, () => bind(this.clock.now())));
    }
    if (filter.registrationState != null) conditions.push(this.ledger.stateIs('i', bind(filter.registrationState)));
    if (filter.updatedAfter != null) conditions.push(`i.updated_at > ${bind(filter.updatedAfter)}`);
    const isWhole = conditions.length === inScope && filter.groupId == null;
    if (filter.groupId == null) return { from: `from identities i where ${conditions.join(' and ')}`, values, isWhole };
    conditions.push(`m.tenant_id = $1 and m.group_id = ${bind(requireId(filter.groupId, 'groupId'))}`);
    return {
      from: `from group_members m join identities i on i.tenant_id = m.tenant_id and i.id = m.identity_id where ${conditions.join(' and ')}`,
      values,
      isWhole,
    };
  }
}

/** @returns undefined for lists by integration or group only, which use an index */
function searchOf(tenantId: string, filter: SearchedFilter): Search | undefined {
  const field = (
    ['search', 'status', 'enrollmentStatus', 'registrationState', 'updatedAfter', 'orderBy'] as const
  ).find((name) => (filter[name] ?? '') !== '');
  return field && { tenantId, field, advice: 'Choose an integration, or search for more characters.' };
}
