import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { CodeIssuer, PasskeyResult } from './code-issuer.js';
import type { FlowParts } from './flow-parts.js';
import type { SignInRecordRepository } from './sign-in-record.repository.js';

/** Dependencies of an integration's adapter. */
export interface AdapterParts extends FlowParts {
  records: SignInRecordRepository;
  codes: CodeIssuer;
}

/** Models that are not stored. A session is never read again, and a grant contains only its id. */
const UNKEPT = new Set(['Session', 'Grant']);

/** Models whose records are read together with the person, because claims are made from them. */
const OF_A_PERSON = new Set(['AuthorizationCode', 'AccessToken']);

const GRANTED_SCOPES = 'openid profile email';

/** Stores records of the OpenID library in PostgreSQL. One adapter stores one model of one integration. */
export class RecordAdapter implements Adapter {
  constructor(
    private readonly model: string,
    private readonly parts: AdapterParts,
  ) {}

  async upsert(id: string, given: AdapterPayload, expiresIn = 0): Promise<void> {
    if (UNKEPT.has(this.model)) return;
    const payload = { ...given };
    delete payload.jti;
    const { key, records, codes, notes, errors } = this.parts;
    const context = this.parts.context();
    const record = { model: this.model, id, payload, grantId: payload.grantId, expiresIn };
    switch (this.model) {
      case 'AuthorizationCode':
        return codes.issue(this.parts, record);
      case 'AccessToken':
        if (await records.exchange(key, { ...record, note: notes.of(context) })) return;
        // If a code is used twice, its tokens must be revoked (RFC 6749 §4.1.2).
        await this.revokeByGrantId(payload.grantId ?? '');
        throw new errors.InvalidGrant('authorization code already consumed');
      case 'ReplayDetection':
        if (await records.insert(key, record)) return;
        throw new errors.InvalidClientAuth('client assertion was used before');
      case 'Interaction':
        if (payload['result'] === undefined) return records.upsert(key, record);
        if (await records.end(key, record, challengeOf(payload['result']))) return;
        throw new errors.SessionNotFound('interaction session not found');
      default:
        return records.upsert(key, record);
    }
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    if (this.model === 'Session') return undefined;
    if (this.model === 'Grant') return grantOf(id);
    const { key, records, notes } = this.parts;
    const context = this.parts.context();
    const found = OF_A_PERSON.has(this.model)
      ? await records.findWithPerson(key, this.model, id)
      : await records.find(key, this.model, id);
    if (!found) return undefined;
    if (found.note) notes.set(context, found.note);
    if (found.person) notes.setPerson(context, found.person);
    return {
      ...found.payload,
      jti: id,
      ...(found.consumed_at && { consumed: Math.floor(found.consumed_at.getTime() / 1000) }),
    };
  }

  /** Does nothing, because the statement that stores the access token also consumes the code. */
  async consume(): Promise<void> {}

  /** Does not delete an interaction that leads to a code, because the statement that issues the code deletes it. */
  async destroy(id: string): Promise<void> {
    if (this.model === 'Interaction' && this.parts.context()?.oidc.entities.Interaction?.result?.['passkey']) return;
    if (!UNKEPT.has(this.model)) await this.parts.records.destroy(this.parts.key, this.model, id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.parts.records.revokeByGrantId(this.parts.key, this.model, grantId);
  }

  /** Finds nothing, because sessions are not stored. */
  async findByUid(): Promise<undefined> {
    return undefined;
  }

  /** Finds nothing, because the device flow is disabled. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }
}

function challengeOf(result: unknown): string | undefined {
  return (result as { passkey?: PasskeyResult } | undefined)?.passkey?.challenge;
}

/**
 * The id of a grant. It consists of the identity, the client and a random part. It is parsed only if it comes from our
 * own records.
 */
export function grantIdOf(accountId: string, clientId: string, random: string): string {
  return [accountId, clientId, random].join('.');
}

function grantOf(id: string): AdapterPayload | undefined {
  const [accountId, clientId, random] = id.split('.');
  if (!accountId || !clientId || !random) return undefined;
  return { jti: id, kind: 'Grant', accountId, clientId, openid: { scope: GRANTED_SCOPES } };
}
