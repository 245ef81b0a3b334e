/**
 * Transition `requeue`: the SQL assignments that make a row due again, for UPDATE and ON CONFLICT DO UPDATE. They
 * increment `seq`. A worker that holds the row finds the new `seq` when it settles, and so knows that its result is
 * outdated.
 * $1, $2: tenant, integration.
 *
 * A HELD or DISCARDED row keeps its state if the new desired value is false, because only an administrator may release it.
 *
 * @param row alias of the table
 * @param desired SQL expression of the new desired value
 */
export function requeue(row: string, desired = `${row}.desired`): string {
  const held = `${row}.state in ('HELD', 'DISCARDED') and not (${desired})`;
  return `seq = ${row}.seq + 1, attempts = 0, due_at = case when ${held} then null else now() end,
    state = case when ${held} then ${row}.state else ${DUE_STATE} end`;
}

/** State of a requeued row. A DISABLED row is due, but is not claimed until the sync is enabled. $1, $2: tenant, integration. */
export const DUE_STATE = `case when (select enabled from registration_syncs where tenant_id = $1 and integration_id = $2) then 'PENDING' else 'DISABLED' end`;

/**
 * Transition `owe`: a statement that records remote users that may be true although no identity is responsible for
 * them. Each such user has one row, even if it is recorded several times. The worker reads the user, and sets it to
 * false if no other identity wants it to be true.
 * $1, $2: tenant, integration.
 *
 * @param users query of `user_id` (rows with null are ignored), `due_at` and `uncertain_until`
 */
export function owe(users: string): string {
  return `insert into registrations as owed (tenant_id, integration_id, identity_id, unsure, okta_user_id, due_at, uncertain_until)
    select distinct on (u.user_id) $1::uuid, $2::uuid, md5(($2::uuid)::text || '/' || u.user_id)::uuid, true, u.user_id, u.due_at, u.uncertain_until
    from (${users}) as u where u.user_id is not null order by u.user_id, u.due_at
    on conflict (tenant_id, integration_id, identity_id) do update set ${requeue('owed')}, unsure = true, okta_user_id = excluded.okta_user_id,
      uncertain_until = greatest(owed.uncertain_until, excluded.uncertain_until)`;
}
