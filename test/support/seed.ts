import type { DirectoryProvider } from '@rollcall/directory-integration';
import { newId, type Sql } from '@rollcall/platform';

/** Creates a tenant. @returns its id */
export async function seedTenant(database: Sql, name = 'Acme'): Promise<string> {
  const id = newId();
  await database.execute('insert into tenants (id, name) values ($1, $2)', [id, name]);
  return id;
}

/** Creates an integration of the tenant. @returns its id */
export async function seedIntegration(
  database: Sql,
  tenantId: string,
  name?: string,
  provider: `${DirectoryProvider}` = 'OKTA',
): Promise<string> {
  const id = newId();
  await database.execute(`insert into directory_integrations (tenant_id, id, name, provider) values ($1, $2, $3, $4)`, [
    tenantId,
    id,
    name ?? `Okta ${id}`,
    provider,
  ]);
  return id;
}
