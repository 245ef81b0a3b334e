import { Injectable } from '@nestjs/common';
import { Database, Searches, type Sql } from '@rollcall/platform';
import { auditInsert, type Change, changeValues } from '../change/change-audit.js';
import { filterOf } from '../change/page-reader.js';
import type { IntegrationKey } from '../registration/registration-ledger.js';
import type { MemberRecord } from './group-record.js';

/** SQL condition on members; `i` is the alias of the identity, `m` of the membership. */
export interface MemberCondition {
  where: string;
  /** Values of its placeholders; the first three must be tenant, integration and group ($1, $2, $3). */
  values: readonly unknown[];
}

/** Result of a change of members in one statement. */
export interface MembershipOutcome {
  /** Version of the group after the change; null when there is no such group. */
  version: string | null;
  /** Ids of no identity of the integration; if there are any, nothing was written. */
  unknown: string[];
  changed: number;
  /** Number of members before the change; counting stops at {@link MANY_MEMBERS} + 1. */
  members: number;
}

/** Number of members above which a group counts as large: reading all of it costs more than changing one member. */
export const MANY_MEMBERS = 100;

const NOW = `date_trunc('milliseconds', now())`;
const HELD = `held as materialized (
    select g.id, g.version from groups g where g.tenant_id = $1 and g.integration_id = $2 and g.id = $10 for no key update
  )`;
const KNOWN = `known as materialized (
    select i.id from identities i where i.tenant_id = $1 and i.integration_id = $2 and i.id = any ($11::uuid[])
  )`;
const BUMP = `bumped as (
    update groups g set version = g.version + 1, updated_at = ${NOW}
    where g.tenant_id = $1 and g.id = $10 and exists (select from touched)
    returning g.id, g.version
  )`;
const VERSION = `coalesce((select version from bumped), (select version from held)) as version,
    (select count(*)::int from (
      select from group_members m where m.tenant_id = $1 and m.group_id = $10 limit ${MANY_MEMBERS + 1}
    ) counted) as members`;
// The group's row is locked before its members, in every statement, so that two changes of one group cannot deadlock.
const ADD = `with ${HELD}, ${KNOWN}, touched as (
    insert into group_members (tenant_id, integration_id, group_id, identity_id)
    select $1, $2, held.id, known.id from held, known
    where (select count(*) from known) = cardinality($11::uuid[]) order by known.id
    on conflict do nothing returning identity_id
  ), ${BUMP}, audit as (${auditInsert('bumped', 'group')})
  select ${VERSION}, (select count(*)::int from touched) as changed,
    array (select wanted from unnest($11::uuid[]) wanted where wanted not in (select id from known)) as unknown`;
// `offset 0` forces individual lookups, so that outdated statistics cannot lead to a scan of all identities.
const MEMBER = `select i.id, i.user_name as "userName", i.display_name as "displayName"
  from identities i where i.tenant_id = $1 and i.id = m.identity_id offset 0`;
const REMOVE = `with ${HELD}, touched as (
    delete from group_members m using held
    where m.tenant_id = $1 and m.group_id = held.id and m.identity_id = any ($11::uuid[])
    returning m.identity_id
  ), ${BUMP}, audit as (${auditInsert('bumped', 'group')})
  select ${VERSION}, (select count(*)::int from touched) as changed, '{}'::uuid[] as unknown`;

/** Group memberships: one row each, so that a change of k members costs k rows, whatever the group's size. */
@Injectable()
export class MembershipRepository {
  constructor(
    private readonly database: Database,
    private readonly searches: Searches,
  ) {}

  /** Adds members to a group in one round trip, audit event included. Existing members are not changed. */
  async addAlone(change: Change, groupId: string, ids: readonly string[]): Promise<MembershipOutcome> {
    const [row] = await this.database.query<MembershipOutcome>(ADD, [...changeValues(change), groupId, ids]);
    return row!;
  }

  /** Removes members from a group in one round trip, audit event included. Ids of non-members are ignored. */
  async removeAlone(change: Change, groupId: string, ids: readonly string[]): Promise<MembershipOutcome> {
    const [row] = await this.database.query<MembershipOutcome>(REMOVE, [...changeValues(change), groupId, ids]);
    return row!;
  }

  /** The ids that belong to no identity of the integration. */
  async unknownOf(sql: Sql, { tenantId, integrationId }: IntegrationKey, ids: readonly string[]): Promise<string[]> {
    const rows = await sql.query<{ id: string }>(
      `select wanted as id from unnest($3::uuid[]) wanted
       where not exists (select from identities i where i.tenant_id = $1 and i.integration_id = $2 and i.id = wanted)`,
      [tenantId, integrationId, ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Under the group's lock. @returns the number of new members */
  add(tx: Sql, { tenantId, integrationId }: IntegrationKey, groupId: string, ids: readonly string[]): Promise<number> {
    return tx.execute(
      `insert into group_members (tenant_id, integration_id, group_id, identity_id)
       select $1, $2, $3, wanted from unnest($4::uuid[]) wanted order by wanted on conflict do nothing`,
      [tenantId, integrationId, groupId, ids],
    );
  }

  /** Under the group's lock. @returns the number of removed members */
  remove(tx: Sql, { tenantId }: IntegrationKey, groupId: string, ids: readonly string[]): Promise<number> {
    return tx.execute(
      'delete from group_members where tenant_id = $1 and group_id = $2 and identity_id = any ($3::uuid[])',
      [tenantId, groupId, ids],
    );
  }

  /** Under the group's lock: removes all members except those given. @returns the number of removed members */
  removeOthers(tx: Sql, { tenantId }: IntegrationKey, groupId: string, ids: readonly string[]): Promise<number> {
    return tx.execute(
      `delete from group_members m where m.tenant_id = $1 and m.group_id = $2
       and not exists (select from unnest($3::uuid[]) kept where kept = m.identity_id)`,
      [tenantId, groupId, ids],
    );
  }

  /**
   * Under the group's lock. @returns the number of removed members @throws DomainError BAD_USER_INPUT, field `filter`, when it takes too
   * long
   */
  removeWhere(tx: Sql, { where, values }: MemberCondition): Promise<number> {
    return this.searches.execute(
      tx,
      filterOf(String(values[0])),
      `delete from group_members m using identities i
       where m.tenant_id = $1 and m.integration_id = $2 and m.group_id = $3
         and i.tenant_id = m.tenant_id and i.id = m.identity_id and (${where})`,
      values,
    );
  }

  /** Members after `after` (undefined: from the first), in the order of ids. */
  members(
    { tenantId }: { tenantId: string },
    groupId: string,
    after: string | null,
    limit: number,
  ): Promise<MemberRecord[]> {
    return this.database.query<MemberRecord>(
      `select i.* from (
         select m.identity_id from group_members m
         where m.tenant_id = $1 and m.group_id = $2 and ($3::uuid is null or m.identity_id > $3) order by m.identity_id limit $4
       ) m cross join lateral (${MEMBER}) i order by m.identity_id`,
      [tenantId, groupId, after, limit],
    );
  }

  /** Members of several groups, sorted by group and id; at most `limit` rows in all. */
  membersOfAll(
    { tenantId }: { tenantId: string },
    groupIds: readonly string[],
    limit: number,
  ): Promise<(MemberRecord & { groupId: string })[]> {
    return this.database.query<MemberRecord & { groupId: string }>(
      `select m.group_id as "groupId", i.* from (
         select m.group_id, m.identity_id from group_members m
         where m.tenant_id = $1 and m.group_id = any ($2::uuid[]) order by m.group_id, m.identity_id limit $3
       ) m cross join lateral (${MEMBER}) i order by m.group_id, m.identity_id`,
      [tenantId, groupIds, limit],
    );
  }
}
