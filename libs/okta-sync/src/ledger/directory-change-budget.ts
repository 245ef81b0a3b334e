import { Injectable } from '@nestjs/common';
import { Database } from '@rollcall/platform';
import type { Claim } from './claim.js';

/** Returned if the budget of the hour is used up. An administrator must then decide about the change. */
export interface ExceededCap {
  allowed: number;
  ratio: number;
  /** True if this change is the first one beyond the cap in this hour. */
  first: boolean;
}

/**
 * The budget of the safety cap, which all workers share: how many people a directory may set to false at the target
 * within an hour. A change within the budget is approved (transition `approve`). Each change is counted only once: the
 * row stores the approval, so that a retry does not count.
 */
@Injectable()
export class DirectoryChangeBudget {
  constructor(private readonly database: Database) {}

  /** Takes one change from the budget for a claimed row. @returns undefined if the budget allows the change */
  async take(claim: Claim): Promise<ExceededCap | undefined> {
    const { tenantId, integrationId, identityId, lease } = claim;
    const values = [tenantId, integrationId, identityId, lease];
    // Tries twice, because another worker may begin an hour or raise the cap between the two statements.
    for (let tries = 0; tries < 2; tries += 1) {
      if ((await this.database.query(SPEND, values)).length > 0) return undefined;
      if ((await this.database.query(BEGIN_HOUR, values)).length > 0) return undefined;
    }
    const [exceeded] = await this.database.query<ExceededCap>(EXCEED, [tenantId, integrationId]);
    return exceeded ?? { allowed: 0, ratio: 0, first: false };
  }
}

const APPROVE = `update registrations set approved_seq = seq
  where tenant_id = $1 and integration_id = $2 and identity_id = $3 and locked_by = $4 and exists (select from taken)`;

/** Takes one change from the budget of the current hour. Takes nothing if the budget is used up or the setting has changed. */
const SPEND = `
  with taken as (
    update directory_change_budgets b set spent = b.spent + 1 from registration_syncs s
    where b.tenant_id = $1 and b.integration_id = $2 and s.tenant_id = $1 and s.integration_id = $2
      and b.ratio = s.max_directory_change_ratio and b.started_at > now() - interval '1 hour' and b.spent < b.allowed
    returning 1
  ), approved as (${APPROVE})
  select from taken`;

/**
 * Takes one change from a new budget. This statement begins an hour, applies a changed setting, or raises the cap
 * because more people are registered now. With ratio 1 there is no cap; with ratio 0 no change is allowed.
 */
const BEGIN_HOUR = `
  with cap as materialized (
    select s.max_directory_change_ratio as ratio, case
      when s.max_directory_change_ratio >= 1 then 2147483647
      when s.max_directory_change_ratio = 0 then 0
      else greatest(10, floor(s.max_directory_change_ratio * (coalesce(b.spent, 0) +
        (select count(*) from registrations r where r.tenant_id = $1 and r.integration_id = $2 and r.confirmed))))::integer
      end as allowed
    from registration_syncs s left join directory_change_budgets b on b.tenant_id = $1 and b.integration_id = $2
      and b.started_at > now() - interval '1 hour'
    where s.tenant_id = $1 and s.integration_id = $2
  ), taken as (
    insert into directory_change_budgets as b (tenant_id, integration_id, ratio, allowed, spent)
    select $1, $2, ratio, allowed, 1 from cap where allowed > 0
    on conflict (tenant_id, integration_id) do update set ratio = excluded.ratio, allowed = excluded.allowed,
      spent = case when b.started_at > now() - interval '1 hour' then b.spent + 1 else 1 end,
      started_at = case when b.started_at > now() - interval '1 hour' then b.started_at else now() end,
      held_at = case when b.started_at > now() - interval '1 hour' then b.held_at end
    where b.started_at <= now() - interval '1 hour' or excluded.allowed > b.spent
    returning 1
  ), approved as (${APPROVE})
  select from taken`;

/** Records that a change was held. Also inserts the row of the budget if the ratio is 0, because BEGIN_HOUR inserts none then. */
const EXCEED = `
  insert into directory_change_budgets as b (tenant_id, integration_id, ratio, allowed, spent, held_at)
  select tenant_id, integration_id, max_directory_change_ratio, 0, 0, now() from registration_syncs
  where tenant_id = $1 and integration_id = $2
  on conflict (tenant_id, integration_id) do update set held_at = coalesce(b.held_at, now()), ratio = excluded.ratio,
    allowed = least(b.allowed, b.spent)
  returning allowed, ratio, held_at = now() as first`;
