import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Clock,
  Database,
  DomainError,
  encodeCursor,
  foldText,
  FRESH_PLAN,
  isId,
  type Page,
  type PageRequest,
  type Search,
  Searches,
  toPage,
} from '@rollcall/platform';
import { RegistrationLedger } from '../registration/registration-ledger.js';
import type { RegistrationState } from '../registration/registration-state.js';
import { enrollmentCondition, type EnrollmentStatus } from './enrollment-status.js';
import { identityColumns, type IdentityRecord } from './identity-record.js';
import { IdentityStatus } from './identity-status.js';
import { lastIdOf, requireId } from './keyset.js';
import { containing } from './like-pattern.js';

/** What an administrator looks for; undefined and null mean "any". */
export interface IdentityFilter {
  integrationId?: string | null | undefined;
  /** Part of userName, displayName or email, in any letter case. */
  search?: string | null | undefined;
  status?: IdentityStatus | null | undefined;
  enrollmentStatus?: EnrollmentStatus | null | undefined;
  registrationState?: RegistrationState | null | undefined;
  /** Members of this group only. */
  groupId?: string | undefined;
}

const COLUMNS = identityColumns('i');
/** As in the index identities_folded_search, to the letter; the line breaks keep a match within one of the names. */
const SEARCHED = `fold_text(i.user_name || E'\\n' || coalesce(i.display_name, '') || E'\\n' || coalesce(i.email, ''))`;

/** The administrator's view: all people of a tenant, newest last, paged by key so that the last page costs what the first does. */
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

  async search(caller: Caller, filter: IdentityFilter, { first, after }: PageRequest): Promise<Page<IdentityRecord>> {
    const { from, values } = this.compile(caller, filter);
    const last = after === undefined ? null : lastIdOf(after);
    const rows = await this.read<IdentityRecord>(
      caller,
      filter,
      `${FRESH_PLAN}select ${COLUMNS} ${from}${last === null ? '' : ` and i.id > $${values.length + 2}`}
       order by i.id limit $${values.length + 1}`,
      last === null ? [...values, first + 1] : [...values, first + 1, last],
    );
    return toPage(
      rows,
      first,
      () => this.count(caller, filter),
      ({ id }) => encodeCursor([id]),
    );
  }

  async count(caller: Caller, filter: IdentityFilter): Promise<number> {
    const { from, values } = this.compile(caller, filter);
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
    filter: IdentityFilter,
    text: string,
    values: unknown[],
  ): Promise<R[]> {
    const search = searchOf(tenantId, filter);
    return search === undefined ? this.database.query<R>(text, values) : this.searches.run<R>(search, text, values);
  }

  private compile({ tenantId }: Caller, filter: IdentityFilter): { from: string; values: unknown[] } {
    const values: unknown[] = [tenantId];
    const conditions = ['i.tenant_id = $1'];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    if (filter.integrationId != null) conditions.push(`i.integration_id = ${bind(requireId(filter.integrationId))}`);
    const searched = foldText(filter.search ?? '').trim();
    if (searched !== '') conditions.push(`${SEARCHED} like ${bind(containing(searched))}`);
    if (filter.status != null) conditions.push(`i.active = ${bind(filter.status === IdentityStatus.ACTIVE)}`);
    if (filter.enrollmentStatus != null) {
      conditions.push(enrollmentCondition(filter.enrollmentStatus, () => bind(this.clock.now())));
    }
    if (filter.registrationState != null) conditions.push(this.ledger.stateIs('i', bind(filter.registrationState)));
    if (filter.groupId === undefined) return { from: `from identities i where ${conditions.join(' and ')}`, values };
    conditions.push(`m.tenant_id = $1 and m.group_id = ${bind(requireId(filter.groupId))}`);
    return {
      from: `from group_members m join identities i on i.tenant_id = m.tenant_id and i.id = m.identity_id where ${conditions.join(' and ')}`,
      values,
    };
  }
}

/** @returns undefined for lists by integration or group alone, which an index serves */
function searchOf(tenantId: string, filter: IdentityFilter): Search | undefined {
  const field = (['search', 'status', 'enrollmentStatus', 'registrationState'] as const).find(
    (name) => (filter[name] ?? '') !== '',
  );
  return field && { tenantId, field, advice: 'Choose an integration, or search for more characters.' };
}
