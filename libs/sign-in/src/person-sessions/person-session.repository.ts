import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@rollcall/platform';
import type { PersonSessionRow } from './person-session.row.js';

export type NewPersonSession = Omit<PersonSessionRow, 'ended_at'>;

/** A valid session, and the person who has it. */
export interface OpenPersonSession {
  id: string;
  tenantId: string;
  integrationId: string;
  identityId: string;
  passkeyId: string;
  userName: string;
  displayName: string | null;
  expiresAt: Date;
}

/** Reads and writes `person_sessions`. */
@Injectable()
export class PersonSessionRepository {
  constructor(private readonly database: Database) {}

  /** @returns false if the person is inactive, the passkey is revoked, or the challenge was used before */
  async insert(sql: Sql, session: NewPersonSession): Promise<boolean> {
    const inserted = await sql.execute(
      `insert into person_sessions (tenant_id, id, token_hash, challenge_hash, identity_id, passkey_id, created_at, expires_at)
       select $1::uuid, $2::uuid, $3::bytea, $4::bytea, i.id, p.id, $7::timestamptz, $8::timestamptz
       from identities i join passkeys p on p.tenant_id = i.tenant_id and p.identity_id = i.id
       where i.tenant_id = $1 and i.id = $5 and i.active and p.id = $6 and p.revoked_at is null
       on conflict do nothing`,
      [
        session.tenant_id,
        session.id,
        session.token_hash,
        session.challenge_hash,
        session.identity_id,
        session.passkey_id,
        session.created_at,
        session.expires_at,
      ],
    );
    return inserted === 1;
  }

  /** Ends the oldest sessions of a person. @param most number of sessions that may remain */
  async endOldest(sql: Sql, tenantId: string, identityId: string, most: number, at: Date): Promise<void> {
    await sql.execute(
      `update person_sessions set ended_at = $4 where tenant_id = $1 and identity_id = $2 and ended_at is null and id not in (
         select id from person_sessions where tenant_id = $1 and identity_id = $2 and ended_at is null order by id desc limit $3)`,
      [tenantId, identityId, most, at],
    );
  }

  /** Finds a session. @returns undefined if it has expired, or its person or passkey is no longer active */
  async find(tenantId: string, tokenHash: Buffer, at: Date): Promise<OpenPersonSession | undefined> {
    const [row] = await this.database.query<OpenPersonSession>(
      `select s.id, s.tenant_id as "tenantId", i.integration_id as "integrationId", s.identity_id as "identityId",
         s.passkey_id as "passkeyId", i.user_name as "userName", i.display_name as "displayName", s.expires_at as "expiresAt"
       from person_sessions s
       join identities i on i.tenant_id = s.tenant_id and i.id = s.identity_id and i.active
       join passkeys p on p.tenant_id = s.tenant_id and p.id = s.passkey_id and p.revoked_at is null
       where s.tenant_id = $1 and s.token_hash = $2 and s.ended_at is null and s.expires_at > $3`,
      [tenantId, tokenHash, at],
    );
    return row;
  }

  async end(tenantId: string, tokenHash: Buffer, at: Date): Promise<void> {
    await this.database.execute(
      'update person_sessions set ended_at = $3 where tenant_id = $1 and token_hash = $2 and ended_at is null',
      [tenantId, tokenHash, at],
    );
  }

  async deleteExpired(at: Date): Promise<number> {
    return this.database.execute('delete from person_sessions where expires_at < $1', [at]);
  }
}
