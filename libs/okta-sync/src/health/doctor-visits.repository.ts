import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database } from '@rollcall/platform';

const MOST = 20;

/** Whose turn it is with the doctor; whoever is told of a visit is the only one of all replicas who makes it. */
@Injectable()
export class DoctorVisitsRepository {
  constructor(private readonly database: Database) {}

  /** Integrations not seen for a day; paused ones every five minutes, later every hour. */
  async takeDue(): Promise<IntegrationKey[]> {
    return this.database.query<IntegrationKey>(
      `with due as (
         select s.tenant_id, s.integration_id, case when s.paused_at is null then interval '1 day'
           else least(interval '1 hour', greatest(interval '5 minutes', now() - s.paused_at)) end as pace
         from registration_syncs s where s.enabled
       )
       insert into doctor_visits as v (tenant_id, integration_id)
       select due.tenant_id, due.integration_id from due
         left join doctor_visits last on last.tenant_id = due.tenant_id and last.integration_id = due.integration_id
       where coalesce(last.visited_at + due.pace, '-infinity') <= now()
       limit ${MOST}
       on conflict (tenant_id, integration_id) do update set visited_at = now()
         where v.visited_at < now() - interval '1 minute'
       returning v.tenant_id as "tenantId", v.integration_id as "integrationId"`,
    );
  }

  /** @returns whether the visit is ours to make: nobody made one a moment ago */
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
