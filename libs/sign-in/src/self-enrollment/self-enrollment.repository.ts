import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database, SealedColumns, SecretBox, type Sql } from '@rollcall/platform';
import type { SelfEnrollmentRow } from './self-enrollment.row.js';

export interface NewSelfEnrollment {
  enabled: boolean;
  oktaUrl: string;
  clientId: string;
  clientSecret: string;
}

/** Reads and writes `self_enrollments`. */
@Injectable()
export class SelfEnrollmentRepository {
  constructor(
    private readonly database: Database,
    private readonly secrets: SecretBox,
    sealedColumns: SealedColumns,
  ) {
    sealedColumns.add({
      table: 'self_enrollments',
      column: 'sealed_secret',
      primaryKey: ['tenant_id', 'integration_id'],
      aadOf: ([tenantId = '', integrationId = '']) => aadOf(tenantId, integrationId),
    });
  }

  /**
   * At most two integrations with self-enrollment, of any tenant. @param integrationId if not null, only this
   * integration
   */
  async enabledOnes(integrationId: string | null): Promise<IntegrationKey[]> {
    return this.database.query<IntegrationKey>(
      `select tenant_id as "tenantId", integration_id as "integrationId" from self_enrollments
       where enabled and ($1::uuid is null or integration_id = $1) limit 2`,
      [integrationId],
    );
  }

  /** Settings of the given integrations, in any order. */
  async findMany(
    tenantId: string,
    integrationIds: readonly string[],
    sql: Sql = this.database,
  ): Promise<SelfEnrollmentRow[]> {
    return sql.query<SelfEnrollmentRow>(
      'select * from self_enrollments where tenant_id = $1 and integration_id = any($2::uuid[])',
      [tenantId, integrationIds],
    );
  }

  async save(
    sql: Sql,
    { tenantId, integrationId }: IntegrationKey,
    { enabled, oktaUrl, clientId, clientSecret }: NewSelfEnrollment,
    at: Date,
  ): Promise<SelfEnrollmentRow> {
    const sealed = this.secrets.seal(clientSecret, aadOf(tenantId, integrationId));
    const [row] = await sql.query<SelfEnrollmentRow>(
      `insert into self_enrollments (tenant_id, integration_id, enabled, okta_url, client_id, sealed_secret, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (tenant_id, integration_id) do update set enabled = excluded.enabled, okta_url = excluded.okta_url,
         client_id = excluded.client_id, sealed_secret = excluded.sealed_secret, updated_at = excluded.updated_at
       returning *`,
      [tenantId, integrationId, enabled, oktaUrl, clientId, sealed, at],
    );
    return row!;
  }

  openSecret({ tenant_id, integration_id, sealed_secret }: SelfEnrollmentRow): string {
    return this.secrets.open(sealed_secret, aadOf(tenant_id, integration_id));
  }
}

function aadOf(tenantId: string, integrationId: string): string {
  return `self_enrollments.secret:${tenantId}:${integrationId}`;
}
