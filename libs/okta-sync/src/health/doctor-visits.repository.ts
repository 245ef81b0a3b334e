import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { writesToOkta } from '@rollcall/directory-integration';
import { Database } from '@rollcall/platform';

const MAX_VISITS = 20;

/** Stores when each integration was last checked, and chooses the next ones. A check runs on one replica only. */
@Injectable()
export class DoctorVisitsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Integrations whose next check is due. The interval is a day, or 15 minutes until the id of their Okta org is known.
   * For a paused integration the interval is half the time since the pause began: at least 15 seconds, at most an hour.
   * The minimum is five minutes if a check ended a pause within the last ten minutes and the sync was paused again.
   */
  async takeDue(): Promise<IntegrationKey[]> {
    return this.database.query<IntegrationKey>(
      `with due as (
         select s.tenant_id, s.integration_id, case when s.paused_at is null and (not ${writesToOkta('s')} or n.org_id is not null) then interval '1 day'
           when s.paused_at is null then interval '15 minutes'
           else least(interval '1 hour', greatest((now() - s.paused_at) / 2,
             case when v.lifted_at > now() - interval '10 minutes' then interval '5 minutes' else interval '15 seconds' end)) end as pace
         from registration_syncs s left join doctor_visits v on v.tenant_id = s.tenant_id and v.integration_id = s.integration_id
           left join okta_org_names n on n.tenant_id = s.tenant_id and n.okta_domain = s.okta_domain
         where s.enabled
       )
       insert into doctor_visits as v (tenant_id, integration_id)
       select due.tenant_id, due.integration_id from due
         left join doctor_visits last on last.tenant_id = due.tenant_id and last.integration_id = due.integration_id
       where coalesce(last.visited_at + due.pace, '-infinity') <= now()
       limit ${MAX_VISITS}
       on conflict (tenant_id, integration_id) do update set visited_at = now()
         where v.visited_at < now() - interval '10 seconds'
       returning v.tenant_id as "tenantId", v.integration_id as "integrationId"`,
    );
  }

  /** Records that a health check ends a pause now. */
  async noteLift({ tenantId, integrationId }: IntegrationKey): Promise<void> {
    await this.database.execute(
      `insert into doctor_visits as v (tenant_id, integration_id, lifted_at) values ($1, $2, now())
       on conflict (tenant_id, integration_id) do update set lifted_at = now()`,
      [tenantId, integrationId],
    );
  }

  /** Records a check that starts now. @returns true if this replica must run the check; false if one was started less than a second ago */
  async take({ tenantId, integrationId }: IntegrationKey): Promise<boolean> {
    const taken = await this.database.execute(
      `insert into doctor_visits as v (tenant_id, integration_id)
       select tenant_id, integration_id from registration_syncs where tenant_id = $1 and integration_id = $2
       on conflict (tenant_id, integration_id) do update set visited_at = now()
         where v.visited_at < now() - interval '1 second'`,
      [tenantId, integrationId],
    );
    return taken === 1;
  }
}
