import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database } from '@rollcall/platform';

/** The current data of an identity, as far as the write-back needs it. */
export interface IdentityFacts {
  id: string;
  active: boolean;
  active_passkeys: number;
  user_name: string;
  external_id: string | null;
}

/**
 * Reads identities for the worker. This is not part of the claim, because the snapshot of the claim may be older than
 * the row that it locked.
 */
@Injectable()
export class IdentityFactsReader {
  constructor(private readonly database: Database) {}

  async read(key: IntegrationKey, identityIds: readonly string[]): Promise<Map<string, IdentityFacts>> {
    const rows = await this.database.query<IdentityFacts>(
      `select id, active, active_passkeys, user_name, external_id from identities
       where tenant_id = $1 and integration_id = $2 and id = any($3::uuid[])`,
      [key.tenantId, key.integrationId, identityIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
