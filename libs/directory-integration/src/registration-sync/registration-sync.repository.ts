import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@rollcall/platform';
import type { DirectoryProvider } from '../integrations/directory-provider.js';
import type { RegistrationSyncRow } from './registration-sync.row.js';

export type RegistrationSyncSetting = Pick<
  RegistrationSyncRow,
  | 'tenant_id'
  | 'integration_id'
  | 'okta_domain'
  | 'attribute'
  | 'enabled'
  | 'auth_mode'
  | 'sealed_api_token'
  | 'scim'
  | 'sealed_scim_secret'
  | 'paused_reason'
  | 'paused_at'
>;

/** The stored settings, with the provider of the integration and the id of the Okta org at its domain. The id is null until it is known. */
export type StoredRegistrationSync = RegistrationSyncRow & { provider: DirectoryProvider; okta_org_id: string | null };

const STORED = `s.*,
  (select d.provider from directory_integrations d where d.tenant_id = s.tenant_id and d.id = s.integration_id) as provider,
  (select n.org_id from okta_org_names n where n.tenant_id = s.tenant_id and n.okta_domain = s.okta_domain) as okta_org_id`;

@Injectable()
export class RegistrationSyncRepository {
  constructor(private readonly database: Database) {}

  async find(
    tenantId: string,
    integrationId: string,
    sql: Sql = this.database,
  ): Promise<StoredRegistrationSync | undefined> {
    const [row] = await sql.query<StoredRegistrationSync>(
      `select ${STORED} from registration_syncs s where s.tenant_id = $1 and s.integration_id = $2`,
      [tenantId, integrationId],
    );
    return row;
  }

  async findMany(tenantId: string, integrationIds: readonly string[]): Promise<StoredRegistrationSync[]> {
    return this.database.query<StoredRegistrationSync>(
      `select ${STORED} from registration_syncs s where s.tenant_id = $1 and s.integration_id = any($2::uuid[])`,
      [tenantId, integrationIds],
    );
  }

  /** Sets `updated_at` to a later time on each call, even if this transaction began before the previous call. */
  async upsert(sql: Sql, setting: RegistrationSyncSetting): Promise<StoredRegistrationSync> {
    const [row] = await sql.query<StoredRegistrationSync>(
      `insert into registration_syncs as s
         (tenant_id, integration_id, okta_domain, attribute, enabled, sealed_api_token, paused_reason, paused_at, auth_mode,
          scim, sealed_scim_secret)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (tenant_id, integration_id) do update set
         okta_domain = excluded.okta_domain, attribute = excluded.attribute, enabled = excluded.enabled,
         sealed_api_token = excluded.sealed_api_token, paused_reason = excluded.paused_reason, paused_at = excluded.paused_at,
         auth_mode = excluded.auth_mode, scim = excluded.scim, sealed_scim_secret = excluded.sealed_scim_secret,
         updated_at = greatest(now(), s.updated_at + interval '1 microsecond')
       returning ${STORED}`,
      [
        setting.tenant_id,
        setting.integration_id,
        setting.okta_domain,
        setting.attribute,
        setting.enabled,
        setting.sealed_api_token,
        setting.paused_reason,
        setting.paused_at,
        setting.auth_mode,
        setting.scim,
        setting.sealed_scim_secret,
      ],
    );
    return row!;
  }

  /**
   * Pauses the sync. An existing pause is kept, except one whose reason is in `over`.
   * @param configuredAt if given, pauses only settings that still have this `updated_at`
   * @returns true if this call paused the sync
   */
  async pause(
    sql: Sql,
    tenantId: string,
    integrationId: string,
    reason: string,
    { over = [], configuredAt }: { over?: string[]; configuredAt?: Date } = {},
  ): Promise<boolean> {
    const paused = await sql.execute(
      `update registration_syncs set paused_reason = $3, paused_at = now()
       where tenant_id = $1 and integration_id = $2 and (paused_at is null or paused_reason = any($4::text[]))
         and ($5::timestamptz is null or date_trunc('milliseconds', updated_at) = $5)`,
      [tenantId, integrationId, reason, over, configuredAt ?? null],
    );
    return paused > 0;
  }

  /** @returns true if the sync was paused */
  async resume(sql: Sql, tenantId: string, integrationId: string): Promise<boolean> {
    const resumed = await sql.execute(
      `update registration_syncs set paused_reason = null, paused_at = null
       where tenant_id = $1 and integration_id = $2 and paused_at is not null`,
      [tenantId, integrationId],
    );
    return resumed > 0;
  }

  /** @returns true if the integration has settings */
  async setMaxDirectoryChangeRatio(sql: Sql, tenantId: string, integrationId: string, ratio: number): Promise<boolean> {
    const set = await sql.execute(
      `update registration_syncs set max_directory_change_ratio = $3 where tenant_id = $1 and integration_id = $2`,
      [tenantId, integrationId, ratio],
    );
    return set > 0;
  }

  async recordWrite(tenantId: string, integrationId: string): Promise<void> {
    await this.database.execute(
      `update registration_syncs set last_write_at = now()
       where tenant_id = $1 and integration_id = $2`,
      [tenantId, integrationId],
    );
  }
}
