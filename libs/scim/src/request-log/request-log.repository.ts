import { Injectable } from '@nestjs/common';
import { Database, type IdSlice, Searches } from '@rollcall/platform';
import type { ScimRequestRow } from './scim-request.row.js';

/** A recorded request; no tenant if it was refused before authentication. */
export type NotedRequest = Omit<ScimRequestRow, 'tenant_id'> & { tenant_id: string | null };

/** Null means any value. */
export interface RequestFilter {
  /** HTTP status. */
  status: number | null;
  authenticated: boolean | null;
}

const SEARCH = { field: 'status', advice: 'Leave out the status, or retry.' };

@Injectable()
export class RequestLogRepository {
  constructor(
    private readonly database: Database,
    private readonly searches: Searches,
  ) {}

  /** Requests for integrations that do not exist are dropped. Unauthenticated requests are stored under the integration in their URL. */
  async insert(requests: readonly NotedRequest[]): Promise<void> {
    await this.database.execute(
      `insert into scim_requests (tenant_id, integration_id, id, at, method, path, status, duration_ms, detail, body, request_id,
         authenticated)
       select d.tenant_id, d.id, r.id, r.at, r.method, r.path, r.status, r.duration_ms, r.detail, r.body, r.request_id, r.authenticated
       from jsonb_to_recordset($1::jsonb) as r (tenant_id uuid, integration_id uuid, id uuid, at timestamptz, method text, path text,
         status smallint, duration_ms real, detail text, body text, request_id text, authenticated boolean)
       join directory_integrations d on d.id = r.integration_id and d.tenant_id = coalesce(r.tenant_id, d.tenant_id)`,
      [JSON.stringify(requests)],
    );
  }

  /** Newest first. */
  list(
    { tenantId, integrationId }: { tenantId: string; integrationId: string },
    { status, authenticated }: RequestFilter,
    { id, beyond, order, limit }: IdSlice,
  ): Promise<ScimRequestRow[]> {
    return this.searches.run<ScimRequestRow>(
      { tenantId, ...SEARCH },
      `select * from scim_requests where tenant_id = $1 and integration_id = $2 and ($3::smallint is null or status = $3)
       and ($4::uuid is null or id ${beyond} $4) and ($6::boolean is null or authenticated = $6) order by id ${order} limit $5`,
      [tenantId, integrationId, status, id, limit, authenticated],
    );
  }

  async count(
    { tenantId, integrationId }: { tenantId: string; integrationId: string },
    { status, authenticated }: RequestFilter,
  ): Promise<number> {
    const [row] = await this.searches.run<{ total: number }>(
      { tenantId, ...SEARCH },
      `select count(*)::int as total from scim_requests
       where tenant_id = $1 and integration_id = $2 and ($3::smallint is null or status = $3)
         and ($4::boolean is null or authenticated = $4)`,
      [tenantId, integrationId, status, authenticated],
    );
    return row!.total;
  }

  /** Keeps the newest rows of each integration: `clients` with an accepted credential, `strangers` without. */
  async trim(integrationIds: readonly string[], keep: { clients: number; strangers: number }): Promise<void> {
    for (const [authenticated, most] of [
      [true, keep.clients],
      [false, keep.strangers],
    ]) {
      await this.database.execute(
        `delete from scim_requests r using directory_integrations d
         where d.id = any ($1::uuid[]) and r.tenant_id = d.tenant_id and r.integration_id = d.id and r.authenticated = $3 and r.id <= (
           select o.id from scim_requests o where o.tenant_id = d.tenant_id and o.integration_id = d.id and o.authenticated = $3
           order by o.id desc offset $2 limit 1)`,
        [integrationIds, most, authenticated],
      );
    }
  }

  async deleteBefore(time: Date): Promise<number> {
    return this.database.execute('delete from scim_requests where at < $1', [time]);
  }
}
