import { Injectable } from '@nestjs/common';
import { Database, nameKey, newId, type Sql } from '@rollcall/platform';
import { auditInsert, type Change, changeValues } from '../change/change-audit.js';
import { PageReader } from '../change/page-reader.js';
import { profileJson } from '../change/profile-json.js';
import { pageStatement, type RowPage, type RowQuery, toRowPage } from '../change/row-query.js';
import { type IntegrationKey, RegistrationLedger } from '../registration/registration-ledger.js';
import { type IdentityDraft, identityColumns, type IdentityRecord } from './identity-record.js';

/** A group as seen from its member. */
export interface GroupLink {
  value: string;
  display: string;
}

/** `groups` is null when there are none. */
export type IdentityWithGroups = IdentityRecord & { groups: GroupLink[] | null };

/** Passkey count and invitation of an identity. */
export interface EnrollmentChange {
  activePasskeys?: number;
  /** null revokes the invitation. */
  invitedUntil?: Date | null;
}

const COLUMNS = identityColumns('i');
const GROUPS = `(select json_agg(json_build_object('value', g.id, 'display', g.display_name) order by g.id)
  from group_members m join groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
  where m.tenant_id = i.tenant_id and m.identity_id = i.id) as groups`;
const NOW = `date_trunc('milliseconds', now())`;
const SCOPE = 'i.tenant_id = $1 and i.integration_id = $2';
const FIND = `select ${COLUMNS} from identities i where ${SCOPE} and i.id = $3`;
const FIND_WITH_GROUPS = `select ${COLUMNS}, ${GROUPS} from identities i where ${SCOPE} and i.id = $3`;
const insertStatement = (recall: string): string => `with created as (
    insert into identities as i
      (tenant_id, integration_id, id, user_name, external_id, display_name, email, active, profile, user_name_key,
        created_at, updated_at)
    values ($1, $2, $10, $11, $12, $13, $14, $15, $16, $17, ${NOW}, ${NOW})
    returning ${COLUMNS}, null::json as groups
  ), recalled as (${recall}), audit as (${auditInsert('created', 'identity')})
  select * from created`;
/**
 * An unchanged name keeps its key, which differs from nameKey if several people share the name.
 * @param condition further SQL condition on the identity
 */
const updateStatement = (condition = ''): string => `with changed as (
    update identities i
    set user_name = $11, external_id = $12, display_name = $13, email = $14, active = $15, profile = $16,
      user_name_key = case when i.user_name = $11 then i.user_name_key else $17 end,
      shared_name_key = case when i.user_name = $11 then i.shared_name_key end,
      version = i.version + 1, updated_at = ${NOW}
    where ${SCOPE} and i.id = $10 and i.version = $18${condition}
    returning ${COLUMNS}, ${GROUPS}
  ), audit as (${auditInsert('changed', 'identity')})
  select * from changed`;

/** Identities in PostgreSQL. Methods without `sql` read from the pool. */
@Injectable()
export class IdentityRepository {
  private readonly tracked: string;
  private readonly insertion: string;
  private readonly modification: Readonly<Record<'tracked' | 'untracked', string>>;

  constructor(
    private readonly database: Database,
    private readonly pages: PageReader,
    ledger: RegistrationLedger,
  ) {
    this.tracked = ledger.tracks('i');
    this.insertion = insertStatement(ledger.recall('$12'));
    this.modification = { tracked: updateStatement(), untracked: updateStatement(` and not ${this.tracked}`) };
  }

  async find({ tenantId, integrationId }: IntegrationKey, id: string): Promise<IdentityRecord | undefined> {
    const [row] = await this.database.query<IdentityRecord>(FIND, [tenantId, integrationId, id]);
    return row;
  }

  async findWithGroups(
    { tenantId, integrationId }: IntegrationKey,
    id: string,
  ): Promise<IdentityWithGroups | undefined> {
    const [row] = await this.database.query<IdentityWithGroups>(FIND_WITH_GROUPS, [tenantId, integrationId, id]);
    return row;
  }

  /** `tracked`: a change that affects Okta's flag must touch the ledger. `lock` holds the row lock until the end of the transaction. */
  async readForChange(
    sql: Sql,
    { tenantId, integrationId }: IntegrationKey,
    id: string,
    lock: boolean,
  ): Promise<(IdentityWithGroups & { tracked: boolean }) | undefined> {
    const [row] = await sql.query<IdentityWithGroups & { tracked: boolean }>(
      `select ${COLUMNS}, ${GROUPS}, ${this.tracked} as tracked from identities i where ${SCOPE} and i.id = $3${lock ? ' for no key update' : ''}`,
      [tenantId, integrationId, id],
    );
    return row;
  }

  /** @throws the driver's unique violation of identities_user_name */
  async insert(sql: Sql, change: Change, draft: IdentityDraft): Promise<IdentityWithGroups> {
    const [row] = await sql.query<IdentityWithGroups>(this.insertion, [
      ...changeValues(change),
      newId(),
      ...draftValues(draft),
    ]);
    return row!;
  }

  /**
   * Writes the draft. For an identity that was not tracked when it was read, the statement checks again that it is not,
   * because otherwise the caller would have to touch the ledger.
   * @returns undefined when the row was deleted, or its version or tracking changed after it was read
   */
  async update(
    sql: Sql,
    change: Change,
    current: IdentityRecord & { tracked: boolean },
    draft: IdentityDraft,
  ): Promise<IdentityWithGroups | undefined> {
    const values = [...changeValues(change), current.id, ...draftValues(draft), current.version];
    const [row] = await sql.query<IdentityWithGroups>(
      this.modification[current.tracked ? 'tracked' : 'untracked'],
      values,
    );
    return row;
  }

  /**
   * Sets `active` of an identity that the ledger doesn't track, in one statement.
   * @returns the identity, also if it already had the value; undefined when it is unknown, tracked or locked
   */
  async switchUntracked(change: Change, id: string, active: boolean): Promise<IdentityWithGroups | undefined> {
    const [row] = await this.database.query<IdentityWithGroups>(
      `with changed as (
        update identities i set active = $11, version = i.version + 1, updated_at = ${NOW}
        where ${SCOPE} and i.id = $10 and i.active <> $11 and not ${this.tracked}
        returning ${COLUMNS}, ${GROUPS}
      ), audit as (${auditInsert('changed', 'identity')})
      select * from changed
      union all
      select ${COLUMNS}, ${GROUPS} from identities i where ${SCOPE} and i.id = $10 and i.active = $11`,
      [...changeValues(change), id, active],
    );
    return row;
  }

  /**
   * Also increments the version of the identity's groups, which are locked first, in the order of ids.
   * @param version delete at this version only
   * @returns whether a row was deleted
   */
  async delete(
    sql: Sql,
    change: Change,
    id: string,
    tracked: 'any' | 'untracked',
    version: string | undefined,
  ): Promise<boolean> {
    const rows = await sql.query(
      `with held as materialized (
        select g.id from groups g
        where g.tenant_id = $1 and g.id in (select m.group_id from group_members m where m.tenant_id = $1 and m.identity_id = $10)
        order by g.id for no key update
      ), gone as (
        delete from identities i
        where ${SCOPE} and i.id = $10 and (select count(*) from held) >= 0 and ($11::bigint is null or i.version = $11)${tracked === 'any' ? '' : ` and not ${this.tracked}`}
        returning i.id
      ), smaller as (
        update groups g set version = g.version + 1, updated_at = ${NOW}
        from held, gone where g.tenant_id = $1 and g.id = held.id
      ), audit as (${auditInsert('gone', 'identity')})
      select id from gone`,
      [...changeValues(change), id, version ?? null],
    );
    return rows.length > 0;
  }

  /** Does not change `version`, because no SCIM attribute changes. Undefined fields are kept. */
  async recordEnrollment(
    tx: Sql,
    { tenantId, integrationId }: IntegrationKey,
    id: string,
    { activePasskeys, invitedUntil }: EnrollmentChange,
  ): Promise<void> {
    await tx.execute(
      `update identities i
       set active_passkeys = coalesce($4, i.active_passkeys), invited_until = case when $5 then $6 else i.invited_until end
       where ${SCOPE} and i.id = $3`,
      [tenantId, integrationId, id, activePasskeys ?? null, invitedUntil !== undefined, invitedUntil ?? null],
    );
  }

  async page(query: RowQuery, withGroups: boolean): Promise<RowPage<IdentityWithGroups>> {
    const columns = withGroups ? `${COLUMNS}, ${GROUPS}` : `${COLUMNS}, null as groups`;
    const { text, values } = pageStatement('identities', 'i', columns, query);
    return toRowPage(await this.pages.read<IdentityWithGroups & { total: number }>(query, text, values));
  }
}

function draftValues(draft: IdentityDraft): unknown[] {
  const { userName, externalId, displayName, email, active, profile, ...unwritten } = draft;
  // A new field of a draft is a compile error until it is listed above.
  unwritten satisfies Record<string, never>;
  return [userName, externalId, displayName, email, active, profileJson(profile), nameKey(userName)];
}
