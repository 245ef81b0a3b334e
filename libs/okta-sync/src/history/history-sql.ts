/** Number of events that are kept for each person. */
export const KEPT = 50;

/**
 * The CTEs `noted`, `full_up` and `trimmed`, which write the history. They are part of a statement that changes the
 * ledger, so that the history costs no extra round trip. They add one event for each row of `events`, and delete the
 * events of these people beyond the newest 50.
 * The rows are found through arrays, because with outdated statistics PostgreSQL may plan a join that reads the whole
 * history for each row.
 * $1, $2: tenant, integration.
 * @param events query of `identity_id`, `kind`, `desired`, `confirmed` and `note`
 */
export function historyOf(events: string): string {
  return `noted as (
    insert into registration_events (tenant_id, integration_id, identity_id, id, kind, desired, confirmed, note)
    select $1::uuid, $2::uuid, e.identity_id, nextval('registration_event_ids'), e.kind, e.desired, e.confirmed, e.note
    from (${events}) as e
  ), full_up as materialized (
    select k.identity_id, k.id from (${events}) as e cross join lateral (
      select identity_id, id from registration_events
      where tenant_id = $1::uuid and integration_id = $2::uuid and identity_id = e.identity_id
      order by id desc offset ${KEPT - 1}
    ) as k
  ), trimmed as (
    delete from registration_events where tenant_id = $1::uuid and integration_id = $2::uuid
      and identity_id = any(array(select identity_id from full_up)) and id = any(array(select id from full_up))
  )`;
}
