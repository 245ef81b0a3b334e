import { Injectable } from '@nestjs/common';
import { Database, type IdSlice, type Sql } from '@rollcall/platform';
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

  /** Ids are UUIDs v7, so their order is that of creation; that of the default tenant is the lowest. */
  page({ id, beyond, order, limit }: IdSlice): Promise<TenantRow[]> {
    return this.database.query<TenantRow>(
      `select * from tenants where ($1::uuid is null or id ${beyond} $1) order by id ${order} limit $2`,
      [id, limit],
    );
  }

  async count(): Promise<number> {
    const [row] = await this.database.query<{ total: number }>('select count(*)::int as total from tenants');
    return row!.total;
  }

  async find(id: string): Promise<TenantRow | undefined> {
    const [row] = await this.database.query<TenantRow>('select * from tenants where id = $1', [id]);
    return row;
  }
}
