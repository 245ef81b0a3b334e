import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@rollcall/platform';
import type { IntegrationCheckRow } from './integration-check.row.js';
import type { HealthCheck } from './integration-health.type.js';

/** Stored results of the last health checks: one finding per integration and name of a check. */
@Injectable()
export class IntegrationChecks {
  constructor(private readonly database: Database) {}

  /**
   * Stores the findings, and keeps findings of other names. A finding does not replace a newer one of the same name.
   * Names must be unique within `checks`.
   */
  async save(
    tenantId: string,
    integrationId: string,
    checks: readonly HealthCheck[],
    sql: Sql = this.database,
  ): Promise<void> {
    await sql.execute(
      `insert into integration_checks as c (tenant_id, integration_id, name, status, message, code, checked_at)
       select $1, $2, t.* from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[]) as t
       on conflict (tenant_id, integration_id, name) do update
       set status = excluded.status, message = excluded.message, code = excluded.code, checked_at = excluded.checked_at
       where c.checked_at <= excluded.checked_at`,
      [
        tenantId,
        integrationId,
        checks.map(({ name }) => name),
        checks.map(({ status }) => status),
        checks.map(({ message }) => message),
        checks.map(({ code = null }) => code),
        checks.map(({ checkedAt }) => checkedAt),
      ],
    );
  }

  /** Deletes findings whose name is not in `names`, because their checks no longer apply to the integration. */
  async keepOnly(tenantId: string, integrationId: string, names: readonly string[]): Promise<void> {
    await this.database.execute(
      `delete from integration_checks where tenant_id = $1 and integration_id = $2 and not name = any($3::text[])`,
      [tenantId, integrationId, names],
    );
  }

  /** Findings of one integration, sorted by name. */
  async list(tenantId: string, integrationId: string): Promise<HealthCheck[]> {
    return (await this.listMany(tenantId, [integrationId])).get(integrationId)!;
  }

  /** Findings by integration, sorted by name. */
  async listMany(tenantId: string, integrationIds: readonly string[]): Promise<Map<string, HealthCheck[]>> {
    const rows = await this.database.query<IntegrationCheckRow>(
      `select * from integration_checks
       where tenant_id = $1 and integration_id = any($2::uuid[])
       order by name`,
      [tenantId, integrationIds],
    );
    const found = new Map<string, HealthCheck[]>(integrationIds.map((id) => [id, []]));
    for (const row of rows) found.get(row.integration_id)?.push(toHealthCheck(row));
    return found;
  }
}

function toHealthCheck({ name, status, message, code, checked_at: checkedAt }: IntegrationCheckRow): HealthCheck {
  return { name, status, message, code, checkedAt };
}
