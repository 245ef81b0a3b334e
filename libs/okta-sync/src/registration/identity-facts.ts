import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database } from '@rollcall/platform';

/** Current data of an identity that the write-back needs. */
export interface IdentityFacts {
  id: string;
  active: boolean;
  active_passkeys: number;
  user_name: string;
  external_id: string | null;
}

/** Reads identities for the worker. Deliberately separate from the claim, whose snapshot may be older than the row it locked. */
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
