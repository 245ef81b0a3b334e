import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@rollcall/platform';
import type { ScimSchemaRow } from './scim-schema.row.js';

interface Key {
  tenantId: string;
  integrationId: string;
}

@Injectable()
export class ScimSchemaRepository {
  constructor(private readonly database: Database) {}

  list({ tenantId, integrationId }: Key, sql: Sql = this.database): Promise<ScimSchemaRow[]> {
    return sql.query<ScimSchemaRow>(
      'select * from scim_schemas where tenant_id = $1 and integration_id = $2 order by id',
      [tenantId, integrationId],
    );
  }

  async save(sql: Sql, row: Omit<ScimSchemaRow, 'updated_at'>): Promise<void> {
    await sql.execute(
      `insert into scim_schemas (tenant_id, integration_id, id, resource_type, required, name, description, attributes)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict on constraint scim_schemas_pkey do update set resource_type = excluded.resource_type, required = excluded.required,
         name = excluded.name, description = excluded.description, attributes = excluded.attributes, updated_at = now()`,
      [
        row.tenant_id,
        row.integration_id,
        row.id,
        row.resource_type,
        row.required,
        row.name,
        row.description,
        JSON.stringify(row.attributes),
      ],
    );
  }

  /** @returns whether a row was deleted */
  async delete(sql: Sql, { tenantId, integrationId }: Key, id: string): Promise<boolean> {
    const gone = await sql.execute(
      'delete from scim_schemas where tenant_id = $1 and integration_id = $2 and id = $3',
      [tenantId, integrationId, id],
    );
    return gone > 0;
  }
}
