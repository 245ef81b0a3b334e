/** Handwritten SQL of each request: reads, writes and their audit events. */

const TIME = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const NOW = `date_trunc('milliseconds', now())`;
const USER = `i.id, i.user_name, i.external_id, i.display_name, i.active, i.profile::text as profile, i.version,
  ${TIME('i.created_at')} as created, ${TIME('i.updated_at')} as modified`;
const GROUPS = `(select json_agg(json_build_object('value', g.id, 'display', g.display_name) order by g.id)
  from group_members m join groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
  where m.tenant_id = i.tenant_id and m.identity_id = i.id) as groups`;
const SCOPE = 'i.tenant_id = $1 and i.integration_id = $2';

/** @param detail SQL of the event's detail; $3 is the event's id, $4 the credential's */
const audit = (from: string, subject: string, action: string, detail: string) => `insert into audit_events
  (tenant_id, integration_id, id, actor_type, actor_id, actor_name, action, subject_type, subject_id, detail)
  select $1, $2, $3::uuid, 'SCIM_CLIENT', $4, 'Bench', '${action}', '${subject}', id::text, ${detail} from ${from}`;

export const statements = {
  token: `select id, integration_id, name, scopes, expires_at, last_used_at, revoked_at from scim_credentials
    where tenant_id = $1 and secret_hash = $2 and type = 'BEARER_TOKEN'`,
  get: `select ${USER}, ${GROUPS} from identities i where ${SCOPE} and i.id = $3`,
  byUserName: `select ${USER}, ${GROUPS} from identities i where ${SCOPE} and i.user_name_key = lower($3)`,
  page: `with page as materialized (select i.id from identities i where ${SCOPE} order by i.id offset $3 limit $4)
    select (select sum(total)::int from directory_counts where tenant_id = $1 and integration_id = $2 and kind = 'identities') as total, ${USER}, ${GROUPS}
    from page join identities i on i.tenant_id = $1 and i.id = page.id order by i.id`,
  switch: `with changed as (
      update identities i set active = $6, version = i.version + 1, updated_at = ${NOW}
      where ${SCOPE} and i.id = $5 and i.active <> $6
        and not (i.active_passkeys > 0 or exists (select 1 from registrations r
          where r.tenant_id = i.tenant_id and r.integration_id = i.integration_id and r.identity_id = i.id))
      returning ${USER}, ${GROUPS}
    ), audit as (${audit('changed', 'identity', 'identity.switched', `'{}'::jsonb`)})
    select * from changed`,
  addMember: `with held as materialized (
      select g.id from groups g where g.tenant_id = $1 and g.integration_id = $2 and g.id = $5 for no key update
    ), added as (
      insert into group_members (tenant_id, integration_id, group_id, identity_id)
      select $1, $2, held.id, i.id from held, identities i where ${SCOPE} and i.id = $6
      on conflict do nothing returning group_id
    ), bumped as (
      update groups g set version = g.version + 1, updated_at = ${NOW}
      where g.tenant_id = $1 and g.id = $5 and exists (select from added) returning g.id
    ), audit as (${audit('bumped', 'group', 'group.updated', `jsonb_build_object('ids', array[$6::uuid])`)})
    select count(*)::int as found from held`,
  create: `with created as (
      insert into identities as i
        (tenant_id, integration_id, id, user_name, external_id, display_name, email, active, profile, created_at, updated_at, user_name_key)
      values ($1, $2, $5, $6, $7, $8, $9, $10, $11, ${NOW}, ${NOW}, lower($6))
      returning ${USER}, null::json as groups
    ), audit as (${audit('created', 'identity', 'identity.created', `jsonb_build_object('userName', $6::text)`)})
    select * from created`,
};
