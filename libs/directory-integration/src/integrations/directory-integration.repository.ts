import { Injectable } from '@nestjs/common';
import { Database, type IdSlice, type Sql } from '@rollcall/platform';
import type { DirectoryIntegrationRow } from './directory-integration.row.js';
import type { DirectoryProvider } from './directory-provider.js';

export interface NewDirectoryIntegration {
  tenantId: string;
  id: string;
  name: string;
  provider: DirectoryProvider;
  createdAt: Date;
}

/** Time of the last request to the SCIM interface of an integration. */
export interface ScimTouch {
  tenantId: string;
  integrationId: string;
  at: Date;
}

@Injectable()
export class DirectoryIntegrationRepository {
  constructor(private readonly database: Database) {}

  async insert(
    sql: Sql,
    { tenantId, id, name, provider, createdAt }: NewDirectoryIntegration,
  ): Promise<DirectoryIntegrationRow> {
    const [row] = await sql.query<DirectoryIntegrationRow>(
      `insert into directory_integrations (tenant_id, id, name, provider, created_at)
       values ($1, $2, $3, $4, $5) returning *`,
      [tenantId, id, name, provider, createdAt],
    );
    return row!;
  }

  async find(tenantId: string, id: string): Promise<DirectoryIntegrationRow | undefined> {
    const [row] = await this.database.query<DirectoryIntegrationRow>(
      'select * from directory_integrations where tenant_id = $1 and id = $2',
      [tenantId, id],
    );
    return row;
  }

  /** Locks the row until the transaction ends. Other transactions can then neither delete nor lock it. */
  async lock(sql: Sql, tenantId: string, id: string): Promise<DirectoryIntegrationRow | undefined> {
    const [row] = await sql.query<DirectoryIntegrationRow>(
      'select * from directory_integrations where tenant_id = $1 and id = $2 for no key update',
      [tenantId, id],
    );
    return row;
  }

  /** Oldest first, because the ids are UUIDs v7, which sort by time of creation. */
  async list(tenantId: string, { id, beyond, order, limit }: IdSlice): Promise<DirectoryIntegrationRow[]> {
    return this.database.query<DirectoryIntegrationRow>(
      `select * from directory_integrations
       where tenant_id = $1 and ($2::uuid is null or id ${beyond} $2)
       order by id ${order} limit $3`,
      [tenantId, id, limit],
    );
  }

  async count(tenantId: string): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(
      'select count(*)::int as total from directory_integrations where tenant_id = $1',
      [tenantId],
    );
    return row!.total;
  }

  async rename(sql: Sql, tenantId: string, id: string, name: string): Promise<DirectoryIntegrationRow | undefined> {
    const [row] = await sql.query<DirectoryIntegrationRow>(
      'update directory_integrations set name = $3 where tenant_id = $1 and id = $2 returning *',
      [tenantId, id, name],
    );
    return row;
  }

  async delete(sql: Sql, tenantId: string, id: string): Promise<DirectoryIntegrationRow | undefined> {
    const [row] = await sql.query<DirectoryIntegrationRow>(
      'delete from directory_integrations where tenant_id = $1 and id = $2 returning *',
      [tenantId, id],
    );
    return row;
  }

  /** Updates several integrations in one statement. An earlier time never replaces a later one. */
  async touch(touches: readonly ScimTouch[]): Promise<void> {
    await this.database.execute(
      `update directory_integrations i set last_scim_request_at = t.at
       from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as t (tenant_id, id, at)
       where i.tenant_id = t.tenant_id and i.id = t.id
         and (i.last_scim_request_at is null or i.last_scim_request_at < t.at)`,
      [
        touches.map(({ tenantId }) => tenantId),
        touches.map(({ integrationId }) => integrationId),
        touches.map(({ at }) => at),
      ],
    );
  }
}
