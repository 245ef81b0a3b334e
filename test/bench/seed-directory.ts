import type { Client } from 'pg';
import { mintToken, newId } from '@rollcall/platform';

export interface SeededDirectory {
  tenantId: string;
  integrationId: string;
  /** SCIM bearer token of the integration. */
  token: string;
  userIds: string[];
  userCount: number;
  groupId: string;
  /** The first `memberCount` users are in the group. */
  memberCount: number;
}

export const userNameOf = (index: number): string => `person.${index}@rollcall.example`;

const TEXT_INDEXES = ['identities_folded_search', 'identities_folded_emails'];

/** Maximum number of user ids in memory; requests cycle through them. */
const KNOWN_IDS = 10_000;

/** Inserts users as Okta creates them, one group and one token; then runs VACUUM ANALYZE, as autovacuum would later. */
export async function seedDirectory(client: Client, userCount: number, memberCount: number): Promise<SeededDirectory> {
  const [tenantId, integrationId, groupId] = [newId(), newId(), newId()];
  const { token, hash, lastFour } = mintToken('scim', tenantId);
  await client.query('insert into tenants (id, name) values ($1, $2)', [tenantId, 'Bench']);
  await client.query(
    `insert into directory_integrations (tenant_id, id, name, provider) values ($1, $2, 'Okta', 'OKTA')`,
    [tenantId, integrationId],
  );
  await client.query(
    `insert into scim_credentials (tenant_id, id, integration_id, type, name, secret_hash, last_four, scopes)
     values ($1, $2, $3, 'BEARER_TOKEN', 'Bench', $4, $5, '{scim}')`,
    [tenantId, newId(), integrationId, hash, lastFour],
  );
  await seedUsers(client, tenantId, integrationId, userCount);
  await client.query(
    `insert into groups (tenant_id, integration_id, id, display_name, profile) values ($1, $2, $3, 'Everyone', '{}')`,
    [tenantId, integrationId, groupId],
  );
  const { rows } = await client.query<{ id: string }>(
    'select id from identities where tenant_id = $1 and integration_id = $2 order by id limit $3',
    [tenantId, integrationId, KNOWN_IDS],
  );
  const userIds = rows.map(({ id }) => id);
  await client.query(
    `insert into group_members (tenant_id, integration_id, group_id, identity_id)
     select $1, $2, $3, id from unnest($4::uuid[]) id`,
    [tenantId, integrationId, groupId, userIds.slice(0, memberCount)],
  );
  await client.query('vacuum analyze');
  return { tenantId, integrationId, token, userIds, userCount, groupId, memberCount };
}

/** Removes the group members that a run added. */
export async function resetMembers(client: Client, seeded: SeededDirectory): Promise<void> {
  const { tenantId, groupId, userIds, memberCount } = seeded;
  await client.query('delete from group_members where tenant_id = $1 and group_id = $2 and identity_id = any ($3)', [
    tenantId,
    groupId,
    userIds.slice(memberCount),
  ]);
  await client.query('vacuum group_members, groups');
}

/** Text indexes are created after the rows, because a million inserts into them take longer than everything else. */
async function seedUsers(client: Client, tenantId: string, integrationId: string, count: number): Promise<void> {
  const { rows } = await client.query<{ definition: string }>(
    `select indexdef as definition from pg_indexes where indexname = any ($1)`,
    [TEXT_INDEXES],
  );
  for (const index of TEXT_INDEXES) await client.query(`drop index if exists ${index}`);
  await client.query(
    `insert into identities
       (tenant_id, integration_id, id, user_name, external_id, display_name, email, active, profile, created_at, updated_at)
     select $1, $2, uuidv7(), 'person.' || n || '@rollcall.example', '00u' || lpad(n::text, 17, '0'), 'Person ' || n,
       'person.' || n || '@rollcall.example', true,
       jsonb_build_object('schemas', jsonb_build_array('urn:ietf:params:scim:schemas:core:2.0:User'),
         'name', jsonb_build_object('givenName', 'Person', 'familyName', 'Number ' || n),
         'emails', jsonb_build_array(
           jsonb_build_object('type', 'work', 'primary', true, 'value', 'person.' || n || '@rollcall.example')),
         'locale', 'en-US'),
       date_trunc('milliseconds', now()), date_trunc('milliseconds', now())
     from generate_series(0, $3::int - 1) n`,
    [tenantId, integrationId, count],
  );
  for (const { definition } of rows) await client.query(definition);
}
