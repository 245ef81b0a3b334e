import { randomUUID } from 'node:crypto';
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { Pool } from 'pg';

const TABLES = `
  create table plain_records (model text, id text, payload jsonb not null, grant_id text, uid text, consumed_at timestamptz,
    expires_at timestamptz not null, primary key (model, id));
  create index on plain_records (grant_id);
  create index on plain_records (uid);
  create table plain_passkeys (credential_id text primary key, public_key bytea not null, sign_count bigint not null default 0);
  create table plain_events (id uuid primary key, at timestamptz not null default now(), credential_id text not null)`;

/**
 * What every provider of passkey sign-in must do besides the protocol, in the simplest form: durable records, a verified passkey whose use
 * is stored, and a sign-in log. Each call of the library is one prepared statement with a commit of its own.
 */
export class PlainDuties {
  private readonly challenges = new Map<string, string>();

  private constructor(private readonly pool: Pool) {}

  static async start(connectionString: string): Promise<PlainDuties> {
    const pool = new Pool({ connectionString, max: 10 });
    await pool.query(TABLES);
    return new PlainDuties(pool);
  }

  async addPasskey(credentialId: string, publicKey: Buffer): Promise<void> {
    await this.run('add-passkey', 'insert into plain_passkeys (credential_id, public_key) values ($1, $2)', [
      credentialId,
      publicKey,
    ]);
  }

  /** Creates and stores the challenge of a flow. */
  challenge(uid: string): string {
    const made = randomUUID();
    this.challenges.set(uid, made);
    return made;
  }

  /** @throws unless the response is a known passkey's signature of the flow's challenge */
  async verify(uid: string, response: AuthenticationResponseJSON, origin: string): Promise<void> {
    const expectedChallenge = Buffer.from(this.challenges.get(uid) ?? '').toString('base64url');
    this.challenges.delete(uid);
    const [passkey] = await this.run<{ public_key: Buffer; sign_count: string }>(
      'find-passkey',
      'select public_key, sign_count from plain_passkeys where credential_id = $1',
      [response.id],
    );
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
      credential: {
        id: response.id,
        publicKey: Uint8Array.from(passkey?.public_key ?? []),
        counter: Number(passkey?.sign_count),
      },
    });
    if (!verified) throw new Error('the passkey was not verified');
    await this.run('use-passkey', 'update plain_passkeys set sign_count = $2 where credential_id = $1', [
      response.id,
      authenticationInfo.newCounter,
    ]);
    await this.run('log', 'insert into plain_events (id, credential_id) values ($1, $2)', [randomUUID(), response.id]);
  }

  adapter(model: string): Adapter {
    const found = (rows: { payload: AdapterPayload; consumed_at: Date | null }[]): AdapterPayload | undefined =>
      rows[0] && { ...rows[0].payload, ...(rows[0].consumed_at && { consumed: true }) };
    return {
      upsert: async (id, payload, expiresIn) =>
        void (await this.run(
          'upsert',
          `insert into plain_records (model, id, payload, grant_id, uid, expires_at) values ($1, $2, $3, $4, $5, now() + $6 * interval '1 second')
           on conflict (model, id) do update set payload = excluded.payload, expires_at = excluded.expires_at`,
          [model, id, JSON.stringify(payload), payload.grantId ?? null, payload.uid ?? null, expiresIn],
        )),
      find: async (id) =>
        found(
          await this.run(
            'find',
            'select payload, consumed_at from plain_records where model = $1 and id = $2 and expires_at > now()',
            [model, id],
          ),
        ),
      findByUid: async (uid) =>
        found(
          await this.run(
            'find-by-uid',
            'select payload, consumed_at from plain_records where model = $1 and uid = $2 and expires_at > now()',
            [model, uid],
          ),
        ),
      findByUserCode: async () => undefined,
      consume: async (id) =>
        void (await this.run('consume', 'update plain_records set consumed_at = now() where model = $1 and id = $2', [
          model,
          id,
        ])),
      destroy: async (id) =>
        void (await this.run('destroy', 'delete from plain_records where model = $1 and id = $2', [model, id])),
      revokeByGrantId: async (grantId) =>
        void (await this.run('revoke', 'delete from plain_records where grant_id = $1', [grantId])),
    };
  }

  private async run<T extends object>(name: string, text: string, values: unknown[]): Promise<T[]> {
    return (await this.pool.query<T>({ name, text, values })).rows;
  }
}
