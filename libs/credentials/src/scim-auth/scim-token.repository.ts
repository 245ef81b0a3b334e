import { Injectable } from '@nestjs/common';
import { Database, type ReadToken } from '@rollcall/platform';
import { SharedLookups } from './shared-lookups.js';

/** The stored data of a token that the guard checks. */
export interface ScimTokenRow {
  credential_id: string;
  integration_id: string;
  name: string | null;
  scopes: string[];
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
  refused_at: Date | null;
}

const BEARER_TOKEN = `
  select id as credential_id, integration_id, name, scopes, expires_at, last_used_at, revoked_at, refused_at
  from scim_credentials
  where tenant_id = $1 and secret_hash = $2 and type = 'BEARER_TOKEN'`;

const ACCESS_TOKEN = `
  select t.credential_id, t.integration_id, c.name, t.scopes, t.expires_at, c.last_used_at, c.revoked_at, c.refused_at
  from scim_access_tokens t
  join scim_credentials c on c.tenant_id = t.tenant_id and c.id = t.credential_id
  where t.tenant_id = $1 and t.token_hash = $2`;

/** At most one statement per SCIM request, a lookup in a unique index; concurrent requests share it. */
@Injectable()
export class ScimTokenRepository {
  private readonly lookups = new SharedLookups<ScimTokenRow | undefined>();

  constructor(private readonly database: Database) {}

  async find({ kind, tenantId, hash }: ReadToken): Promise<ScimTokenRow | undefined> {
    if (kind !== 'scim' && kind !== 'access') return undefined;
    return this.lookups.find(`${tenantId}${kind}${hash.toString('latin1')}`, async () => {
      const text = kind === 'scim' ? BEARER_TOKEN : ACCESS_TOKEN;
      const [row] = await this.database.query<ScimTokenRow>(text, [tenantId, hash]);
      return row;
    });
  }
}
