import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Clock, Database, newId } from '@rollcall/platform';
import type { FlowNote, SignedInPerson } from './flow-notes.js';

export interface StoredRecord {
  payload: Record<string, unknown>;
  note: FlowNote | null;
  consumed_at: Date | null;
  /** The person; read by `findWithPerson` only. */
  person?: SignedInPerson | null;
}

export interface NewRecord {
  model: string;
  id: string;
  payload: object;
  note?: FlowNote | undefined;
  grantId?: string | undefined;
  /** In seconds. */
  expiresIn: number;
}

/** A code to issue, and the conditions under which it may be issued. */
export interface NewCode extends NewRecord {
  interactionId: string;
  clientId: string;
  identityId: string;
  passkeyId: string;
  verifiedAt: Date;
  ip: string | undefined;
  userAgent: string | undefined;
  durationMs: number;
}

export type CodeIssue = 'ISSUED' | 'ENDED' | 'REFUSED';

/** Maximum time between the verification of the passkey and the code. */
const VERIFIED_WITHIN_MS = 2 * 60_000;

/** Reads and writes `sign_in_records`. Ids are stored as hashes. */
@Injectable()
export class SignInRecordRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async upsert({ tenantId, integrationId }: IntegrationKey, record: NewRecord): Promise<void> {
    await this.database.execute(
      `insert into sign_in_records (tenant_id, integration_id, model, id_hash, payload, note, grant_id, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (tenant_id, integration_id, model, id_hash) do update set payload = excluded.payload, expires_at = excluded.expires_at`,
      [tenantId, integrationId, ...this.valuesOf(record)],
    );
  }

  /** @returns false if a record with that id exists */
  async insert({ tenantId, integrationId }: IntegrationKey, record: NewRecord): Promise<boolean> {
    const inserted = await this.database.execute(
      `insert into sign_in_records (tenant_id, integration_id, model, id_hash, payload, note, grant_id, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [tenantId, integrationId, ...this.valuesOf(record)],
    );
    return inserted === 1;
  }

  /**
   * Ends an interaction with a result.
   * @param challenge the challenge that the passkey signed; it is stored, so that it cannot be used a second time
   * @returns false if the interaction has ended, or the challenge was used before
   */
  async end(
    { tenantId, integrationId }: IntegrationKey,
    { model, id, payload }: NewRecord,
    challenge: string | undefined,
  ): Promise<boolean> {
    const updated = await this.database.execute(
      `update sign_in_records
       set payload = $5::jsonb || jsonb_build_object('answered', coalesce(payload -> 'answered', '[]') || coalesce(to_jsonb($7::text), '[]'))
       where tenant_id = $1 and integration_id = $2 and model = $3 and id_hash = $4 and expires_at > $6
         and ($7::text is null or not coalesce(payload -> 'answered', '[]') ? $7)`,
      [tenantId, integrationId, model, hashOf(id), payload, this.clock.now(), challenge ?? null],
    );
    return updated === 1;
  }

  /**
   * Ends the interaction, issues a code and logs the sign-in, in one statement. The conditions are checked in the same
   * statement: the interaction exists, the provider is enabled for this client, the identity is active, and its passkey
   * is not revoked and was verified just now.
   * @returns ENDED if the interaction no longer exists, REFUSED if another condition is not met
   */
  async issueCode({ tenantId, integrationId }: IntegrationKey, code: NewCode): Promise<CodeIssue> {
    const now = this.clock.now();
    const [row] = await this.database.query<{ ended: number; issued: number }>(
      `with interaction as (
         delete from sign_in_records where tenant_id = $1 and integration_id = $2 and model = 'Interaction' and id_hash = $19 returning 1
       ), allowed as (
         select i.id as identity_id, p.id as passkey_id
         from interaction
         join sign_in_providers s on true
         join identities i on i.tenant_id = s.tenant_id and i.integration_id = s.integration_id and i.id = $9 and i.active
         join passkeys p on p.tenant_id = s.tenant_id and p.integration_id = s.integration_id and p.identity_id = i.id
           and p.id = $10 and p.revoked_at is null and p.source = 'WEBAUTHN'
         where s.tenant_id = $1 and s.integration_id = $2 and s.enabled and s.client_id = $11 and $12::timestamptz >= $13
       ), code as (
         insert into sign_in_records (tenant_id, integration_id, model, id_hash, payload, note, grant_id, expires_at)
         select $1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8::timestamptz from allowed
         returning 1
       ), event as (
         insert into sign_in_events (tenant_id, integration_id, id, at, outcome, identity_id, passkey_id, ip, user_agent, duration_ms)
         select $1, $2, $14::uuid, $15, 'SUCCEEDED', identity_id, passkey_id, $16, $17, $18::integer from allowed
       )
       select (select count(*)::int from interaction) as ended, (select count(*)::int from code) as issued`,
      [
        tenantId,
        integrationId,
        ...this.valuesOf(code),
        code.identityId,
        code.passkeyId,
        code.clientId,
        code.verifiedAt,
        new Date(now.getTime() - VERIFIED_WITHIN_MS),
        newId(),
        now,
        code.ip ?? null,
        code.userAgent ?? null,
        code.durationMs,
        hashOf(code.interactionId),
      ],
    );
    if (row!.ended === 0) return 'ENDED';
    return row!.issued === 1 ? 'ISSUED' : 'REFUSED';
  }

  async find(
    { tenantId, integrationId }: IntegrationKey,
    model: string,
    id: string,
  ): Promise<StoredRecord | undefined> {
    const [row] = await this.database.query<StoredRecord>(
      `select payload, note, consumed_at from sign_in_records
       where tenant_id = $1 and integration_id = $2 and model = $3 and id_hash = $4 and expires_at > $5`,
      [tenantId, integrationId, model, hashOf(id), this.clock.now()],
    );
    return row;
  }

  /**
   * Like `find`, but also reads the person. The person is null if the identity is inactive, or the passkey is revoked
   * or belongs to another identity.
   */
  async findWithPerson(
    { tenantId, integrationId }: IntegrationKey,
    model: string,
    id: string,
  ): Promise<StoredRecord | undefined> {
    const [row] = await this.database.query<StoredRecord>(
      `select r.payload, r.note, r.consumed_at, case when p.id is not null then jsonb_build_object('userName', i.user_name,
         'displayName', i.display_name, 'email', i.email, 'givenName', i.profile #>> '{name,givenName}',
         'familyName', i.profile #>> '{name,familyName}') end as person
       from sign_in_records r
       left join identities i on i.tenant_id = r.tenant_id and i.integration_id = r.integration_id
         and i.id = (r.payload ->> 'accountId')::uuid and i.active
       left join passkeys p on p.tenant_id = i.tenant_id and p.integration_id = i.integration_id and p.identity_id = i.id
         and p.id = (r.note ->> 'passkeyId')::uuid and p.revoked_at is null
       where r.tenant_id = $1 and r.integration_id = $2 and r.model = $3 and r.id_hash = $4 and r.expires_at > $5`,
      [tenantId, integrationId, model, hashOf(id), this.clock.now()],
    );
    return row;
  }

  /**
   * Consumes the code of a grant and stores the access token, in one statement. The expiry of the code does not change.
   * @returns false if the code was consumed before; of two concurrent requests, one succeeds
   */
  async exchange({ tenantId, integrationId }: IntegrationKey, token: NewRecord): Promise<boolean> {
    const stored = await this.database.execute(
      `with code as (
         update sign_in_records set consumed_at = $9
         where tenant_id = $1 and integration_id = $2 and model = 'AuthorizationCode' and grant_id = $7 and consumed_at is null and expires_at > $9
         returning 1
       )
       insert into sign_in_records (tenant_id, integration_id, model, id_hash, payload, note, grant_id, expires_at)
       select $1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8::timestamptz from code`,
      [tenantId, integrationId, ...this.valuesOf(token), this.clock.now()],
    );
    return stored === 1;
  }

  async destroy({ tenantId, integrationId }: IntegrationKey, model: string, id: string): Promise<void> {
    await this.database.execute(
      `delete from sign_in_records where tenant_id = $1 and integration_id = $2 and model = $3 and id_hash = $4`,
      [tenantId, integrationId, model, hashOf(id)],
    );
  }

  async revokeByGrantId({ tenantId, integrationId }: IntegrationKey, model: string, grantId: string): Promise<void> {
    await this.database.execute(
      `delete from sign_in_records where tenant_id = $1 and integration_id = $2 and grant_id = $4 and model = $3`,
      [tenantId, integrationId, model, grantId],
    );
  }

  /** The values of the parameters $3 to $8 of the inserts. */
  private valuesOf({ model, id, payload, note, grantId, expiresIn }: NewRecord): unknown[] {
    const expiresAt = new Date(this.clock.now().getTime() + expiresIn * 1000);
    return [model, hashOf(id), JSON.stringify(payload), note ? JSON.stringify(note) : null, grantId ?? null, expiresAt];
  }
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
