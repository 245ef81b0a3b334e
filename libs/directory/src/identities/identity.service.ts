import { Injectable } from '@nestjs/common';
import { type Caller, Database, DomainError, isId, type Sql, type Tx, uniqueViolation } from '@rollcall/platform';
import type { Change } from '../change/change-audit.js';
import type { RowPage, RowQuery } from '../change/row-query.js';
import { type IntegrationKey, RegistrationLedger } from '../registration/registration-ledger.js';
import { requireUsableUserName } from '../names/usable-name.js';
import { changedFields, concernsRegistration } from './identity-draft.js';
import { type IdentityDraft, type IdentityRecord } from './identity-record.js';
import { type EnrollmentChange, IdentityRepository, type IdentityWithGroups } from './identity.repository.js';

/** Optimistic attempts before an update locks the row. */
const OPTIMISTIC_ROUNDS = 2;

/** People of an integration. Every change commits together with its audit event and, if it affects Okta's flag, its touch of the ledger. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly database: Database,
    private readonly identities: IdentityRepository,
    private readonly ledger: RegistrationLedger,
  ) {}

  /** @throws DomainError CONFLICT (userName is taken); BAD_USER_INPUT (userName has invisible characters) */
  async create(caller: Caller, integrationId: string, draft: IdentityDraft): Promise<IdentityWithGroups> {
    requireUsableUserName(draft.userName);
    const change: Change = { caller, integrationId, action: 'identity.created', detail: { userName: draft.userName } };
    return this.refusingTakenName(draft, () => this.identities.insert(this.database, change, draft));
  }

  /** @throws DomainError NOT_FOUND */
  async get({ tenantId }: Caller, integrationId: string, id: string): Promise<IdentityRecord> {
    const found = isId(id) ? await this.identities.find({ tenantId, integrationId }, id) : undefined;
    return found ?? unknown(id);
  }

  /** @throws DomainError NOT_FOUND */
  async getWithGroups({ tenantId }: Caller, integrationId: string, id: string): Promise<IdentityWithGroups> {
    const found = isId(id) ? await this.identities.findWithGroups({ tenantId, integrationId }, id) : undefined;
    return found ?? unknown(id);
  }

  /** A page selected and ordered by a protocol's query. */
  page(query: RowQuery, withGroups: boolean): Promise<RowPage<IdentityWithGroups>> {
    return this.identities.page(query, withGroups);
  }

  /**
   * Changes the record by `redraft`, without lost updates: `redraft` runs again after a concurrent change. Writes nothing if nothing
   * changes.
   * @throws DomainError NOT_FOUND; CONFLICT (userName is taken); errors of `redraft`
   */
  async update(
    caller: Caller,
    integrationId: string,
    id: string,
    redraft: (current: IdentityRecord) => IdentityDraft | Promise<IdentityDraft>,
  ): Promise<IdentityWithGroups> {
    if (!isId(id)) return unknown(id);
    for (let round = 1; round <= OPTIMISTIC_ROUNDS; round += 1) {
      const updated = await this.tryUpdate(this.database, caller, integrationId, id, redraft);
      if (updated !== undefined) return updated;
    }
    return this.database.transaction(async (tx) => {
      const updated = await this.tryUpdate(tx, caller, integrationId, id, redraft, tx);
      return updated ?? unknown(id);
    });
  }

  /** Deactivated people keep their passkeys, but count as unregistered in Okta. @throws DomainError NOT_FOUND */
  async setActive(caller: Caller, integrationId: string, id: string, active: boolean): Promise<IdentityWithGroups> {
    if (!isId(id)) return unknown(id);
    const change = switching({ caller, integrationId }, active);
    const switched = await this.identities.switchUntracked(change, id, active);
    if (switched) return switched;
    return this.update(caller, integrationId, id, (current) => ({ ...current, active, profile: profileOf(current) }));
  }

  /** Stores the passkey and invitation data that lists of identities show. The caller must touch the ledger. */
  recordEnrollment(tx: Tx, key: IntegrationKey, identityId: string, change: EnrollmentChange): Promise<void> {
    return this.identities.recordEnrollment(tx, key, identityId, change);
  }

  /**
   * Deletes an identity. If its flag at the target may be true, the ledger keeps a row, and a worker sets the flag to false.
   * @param version delete at this version only
   * @returns false when the identity exists with another version
   * @throws DomainError NOT_FOUND
   */
  async delete(caller: Caller, integrationId: string, id: string, version?: string): Promise<boolean> {
    if (!isId(id)) return unknown(id);
    const change: Change = { caller, integrationId, action: 'identity.deleted' };
    if (await this.identities.delete(this.database, change, id, 'untracked', version)) return true;
    const key = { tenantId: caller.tenantId, integrationId };
    return this.database.transaction(async (tx) => {
      const current = (await this.identities.readForChange(tx, key, id, true)) ?? unknown(id);
      if (version !== undefined && version !== current.version) return false;
      await this.ledger.forget(tx, key, [id]);
      return this.identities.delete(tx, change, id, 'any', version);
    });
  }

  /** One attempt: read, redraft, write unless the identity changed in between. @returns undefined if it changed */
  private async tryUpdate(
    sql: Sql,
    caller: Caller,
    integrationId: string,
    id: string,
    redraft: (current: IdentityRecord) => IdentityDraft | Promise<IdentityDraft>,
    tx?: Tx,
  ): Promise<IdentityWithGroups | undefined> {
    const key = { tenantId: caller.tenantId, integrationId };
    const current = await this.identities.readForChange(sql, key, id, tx !== undefined);
    if (current === undefined) return unknown(id);
    const draft = await redraft(current);
    const changed = changedFields(current, draft);
    if (changed.length === 0) return current;
    if (changed.includes('userName')) requireUsableUserName(draft.userName);
    const change = describe({ caller, integrationId }, changed, draft);
    const write = (within: Sql): Promise<IdentityWithGroups | undefined> =>
      this.refusingTakenName(draft, () => this.identities.update(within, change, current, draft));
    if (!current.tracked || !concernsRegistration(changed)) return write(sql);
    const writeAndTouch = async (within: Tx): Promise<IdentityWithGroups | undefined> => {
      const written = await write(within);
      if (written && changed.includes('externalId')) await this.ledger.move(within, key, id, current.externalId);
      else if (written) await this.ledger.touch(within, key, [id]);
      return written;
    };
    return tx ? writeAndTouch(tx) : this.database.transaction(writeAndTouch);
  }

  private async refusingTakenName<T>({ userName }: IdentityDraft, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (uniqueViolation(error) !== 'identities_user_name') throw error;
      throw DomainError.conflict(`Another user of this integration has the userName "${userName}".`, 'userName');
    }
  }
}

function profileOf(record: { profile: string }): Record<string, unknown> {
  return JSON.parse(record.profile) as Record<string, unknown>;
}

function switching(scope: Pick<Change, 'caller' | 'integrationId'>, active: boolean): Change {
  return { ...scope, action: active ? 'identity.activated' : 'identity.deactivated' };
}

function describe(
  scope: Pick<Change, 'caller' | 'integrationId'>,
  changed: string[],
  { active }: IdentityDraft,
): Change {
  if (changed.length === 1 && changed[0] === 'active') return switching(scope, active);
  return { ...scope, action: 'identity.updated', detail: { changed } };
}

function unknown(id: string): never {
  throw DomainError.notFound('User', id);
}
