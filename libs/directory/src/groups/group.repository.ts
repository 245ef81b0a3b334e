import { Injectable } from '@nestjs/common';
import { Database, nameKey, newId, type Sql } from '@rollcall/platform';
import { auditInsert, type Change, changeValues } from '../change/change-audit.js';
import { PageReader } from '../change/page-reader.js';
import { profileJson } from '../change/profile-json.js';
import { pageStatement, type RowPage, type RowQuery, toRowPage } from '../change/row-query.js';
import type { IntegrationKey } from '../registration/registration-ledger.js';
import { groupColumns, type GroupDraft, type GroupRecord } from './group-record.js';

const COLUMNS = groupColumns('g');
const NOW = `date_trunc('milliseconds', now())`;
const SCOPE = 'g.tenant_id = $1 and g.integration_id = $2';
const FIND = `select ${COLUMNS} from groups g where ${SCOPE} and g.id = $3`;
const INSERT = `with known as materialized (
    select i.id from identities i where i.tenant_id = $1 and i.integration_id = $2 and i.id = any ($14::uuid[])
  ), created as (
    insert into groups as g (tenant_id, integration_id, id, display_name, external_id, profile, display_name_key, created_at, updated_at)
    select $1, $2, $10::uuid, $11, $12, $13::jsonb, $15, ${NOW}, ${NOW} where (select count(*) from known) = cardinality($14::uuid[])
    returning ${COLUMNS}
  ), joined as (
    insert into group_members (tenant_id, integration_id, group_id, identity_id)
    select $1, $2, created.id, known.id from created, known order by known.id
  ), audit as (${auditInsert('created', 'group')})
  select * from created`;

/** Groups in PostgreSQL, without their members. Methods without `sql` read from the pool. */
@Injectable()
export class GroupRepository {
  constructor(
    private readonly database: Database,
    private readonly pages: PageReader,
  ) {}

  async find({ tenantId, integrationId }: IntegrationKey, id: string): Promise<GroupRecord | undefined> {
    const [row] = await this.database.query<GroupRecord>(FIND, [tenantId, integrationId, id]);
    return row;
  }

  /** Locks the group's row until the end of the transaction, so that changes of one group are serialized. */
  async lock(tx: Sql, { tenantId, integrationId }: IntegrationKey, id: string): Promise<GroupRecord | undefined> {
    const [row] = await tx.query<GroupRecord>(`${FIND} for no key update`, [tenantId, integrationId, id]);
    return row;
  }

  /**
   * @returns undefined, and nothing is written, when one of the members is unknown
   * @throws the driver's unique violation of groups_display_name
   */
  async insert(
    change: Change,
    { displayName, externalId, profile }: GroupDraft,
    memberIds: readonly string[],
  ): Promise<GroupRecord | undefined> {
    const values = [
      ...changeValues(change),
      newId(),
      displayName,
      externalId,
      profileJson(profile),
      memberIds,
      nameKey(displayName),
    ];
    const [row] = await this.database.query<GroupRecord>(INSERT, values);
    return row;
  }

  /** Only under {@link lock}. */
  async update(
    tx: Sql,
    { tenantId, integrationId }: IntegrationKey,
    id: string,
    draft: GroupDraft,
  ): Promise<GroupRecord> {
    const [row] = await tx.query<GroupRecord>(
      `update groups g set display_name = $4, external_id = $5, profile = $6,
         display_name_key = case when g.display_name = $4 then g.display_name_key else $7 end,
         shared_name_key = case when g.display_name = $4 then g.shared_name_key end, version = g.version + 1, updated_at = ${NOW}
       where ${SCOPE} and g.id = $3 returning ${COLUMNS}`,
      [
        tenantId,
        integrationId,
        id,
        draft.displayName,
        draft.externalId,
        profileJson(draft.profile),
        nameKey(draft.displayName),
      ],
    );
    return row!;
  }

  /** Increments the version after a change of members. Only under {@link lock}. */
  async bump(tx: Sql, { tenantId, integrationId }: IntegrationKey, id: string): Promise<GroupRecord> {
    const [row] = await tx.query<GroupRecord>(
      `update groups g set version = g.version + 1, updated_at = ${NOW} where ${SCOPE} and g.id = $3 returning ${COLUMNS}`,
      [tenantId, integrationId, id],
    );
    return row!;
  }

  /**
   * @param version delete at this version only
   * @returns whether a row was deleted
   */
  async delete(change: Change, id: string, version: string | undefined): Promise<boolean> {
    const rows = await this.database.query(
      `with gone as (delete from groups g
          where ${SCOPE} and g.id = $10 and ($11::bigint is null or g.version = $11) returning g.id),
        audit as (${auditInsert('gone', 'group')})
       select id from gone`,
      [...changeValues(change), id, version ?? null],
    );
    return rows.length > 0;
  }

  async page(query: RowQuery): Promise<RowPage<GroupRecord>> {
    const { text, values } = pageStatement('groups', 'g', COLUMNS, query);
    return toRowPage(await this.pages.read<GroupRecord & { total: number }>(query, text, values));
  }
}
