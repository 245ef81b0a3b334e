import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@rollcall/platform';
import type { TenantRow } from './tenant.row.js';

@Injectable()
export class TenantRepository {
  constructor(private readonly database: Database) {}

  async insert(sql: Sql, id: string, name: string): Promise<TenantRow> {
    const [row] = await sql.query<TenantRow>('insert into tenants (id, name) values ($1, $2) returning *', [id, name]);
    return row!;
  }

  async insertIfMissing(id: string, name: string): Promise<void> {
    await this.database.execute('insert into tenants (id, name) values ($1, $2) on conflict (id) do nothing', [
      id,
      name,
    ]);
  }

  /** All tenants, the oldest first. For the root administrator only. */
  list(): Promise<TenantRow[]> {
    return this.database.query<TenantRow>('select * from tenants order by created_at, id');
  }

  async find(id: string): Promise<TenantRow | undefined> {
    const [row] = await this.database.query<TenantRow>('select * from tenants where id = $1', [id]);
    return row;
  }
}
