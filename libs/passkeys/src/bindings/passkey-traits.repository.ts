import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@rollcall/platform';
import type { PasskeyRow } from './passkey.row.js';
import type { PasskeyTraitsRow } from './passkey-traits.row.js';

export type PasskeyTraits = Pick<PasskeyTraitsRow, 'synced' | 'browser'>;

/** An active passkey with its traits. Unknown traits are null. */
export type DescribedPasskey = PasskeyRow & { synced: boolean | null; browser: string | null };

/** Reads and writes the table `passkey_traits`. */
@Injectable()
export class PasskeyTraitsRepository {
  constructor(private readonly database: Database) {}

  /** Stores the traits of a passkey. Traits that are already stored are not overwritten. */
  async note(sql: Sql, { tenant_id, id }: Pick<PasskeyRow, 'tenant_id' | 'id'>, traits: PasskeyTraits): Promise<void> {
    await sql.execute(
      `insert into passkey_traits (tenant_id, passkey_id, synced, browser)
       select tenant_id, id, $3::boolean, $4::text from passkeys where tenant_id = $1 and id = $2
       on conflict do nothing`,
      [tenant_id, id, traits.synced, traits.browser],
    );
  }

  /** Active passkeys of an identity, oldest first. */
  async describe(tenantId: string, identityId: string): Promise<DescribedPasskey[]> {
    return this.database.query<DescribedPasskey>(
      `select p.*, t.synced, t.browser from passkeys p
       left join passkey_traits t on t.tenant_id = p.tenant_id and t.passkey_id = p.id
       where p.tenant_id = $1 and p.identity_id = $2 and p.revoked_at is null order by p.id`,
      [tenantId, identityId],
    );
  }
}
