import { Injectable } from '@nestjs/common';
import {
  authenticatorName,
  Clock,
  Database,
  DomainError,
  newId,
  type OpenChallenge,
  PasskeyCeremonies,
  registrationResponseOf,
  SealedChallenges,
  uniqueViolation,
} from '@rollcall/platform';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import type { Admin } from '../access/admin.js';
import { requireName } from '../input/require-name.js';
import { sessionIdOf } from '../sessions/admin-sessions.js';
import { adminHandle } from './admin-handle.js';
import type { AdminPasskeyRow } from './admin-passkey.row.js';
import { AdminPasskeys } from './admin-passkeys.js';
import { SpentChallengeRepository } from './spent-challenge.repository.js';

/** What the console posts after the ceremony. */
export interface PasskeySubmission {
  /** RegistrationResponseJSON (WebAuthn Level 3 §5.1.8.1). */
  response: unknown;
  /** Defaults to the name of its authenticator. */
  name?: unknown;
  userAgent: string | undefined;
}

/** Adds a passkey to the signed-in administrator (WebAuthn Level 3 §7.1). */
@Injectable()
export class AdminPasskeyRegistration {
  constructor(
    private readonly database: Database,
    private readonly passkeys: AdminPasskeys,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly challenges: SealedChallenges,
    private readonly spent: SpentChallengeRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws FORBIDDEN without a session, CONFLICT when the maximum is reached */
  async options(admin: Admin): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const purpose = purposeFor(admin);
    return this.ceremonies.creationOptions(
      {
        organisation: 'Rollcall console',
        handle: adminHandle(admin),
        userName: admin.actor.name,
        displayName: admin.actor.name,
        known: await this.passkeys.requireRoom(this.database, admin),
      },
      this.challenges.make(purpose),
    );
  }

  /** @throws FORBIDDEN, BAD_USER_INPUT (response, name), CONFLICT when the maximum is reached or the passkey exists */
  async register(admin: Admin, { response, name, userAgent }: PasskeySubmission): Promise<AdminPasskeyRow> {
    const purpose = purposeFor(admin);
    const given = typeof name === 'string' && name.trim() !== '' ? requireName(name) : undefined;
    const submitted = registrationResponseOf(response);
    if (!submitted) throw DomainError.badInput('This is no answer of an authenticator.', 'response');
    let challenge: OpenChallenge | undefined;
    const made = await this.ceremonies.made(submitted, (answered) => {
      challenge = this.challenges.open(answered, purpose);
      return challenge !== undefined;
    });
    if (!challenge) throw overdue();
    if (!made) throw DomainError.badInput('Your device’s answer could not be verified. Try again.', 'response');
    const { aaguid, ...credential } = made;
    const open = challenge;
    try {
      return await this.database.transaction(async (tx) => {
        if (!(await this.spent.spend(tx, admin.tenantId, open, this.clock.now()))) throw overdue();
        await this.passkeys.requireRoom(tx, admin);
        return this.passkeys.add(tx, admin, {
          ...credential,
          id: newId(),
          name: given ?? authenticatorName({ aaguid, transports: made.transports, userAgent }),
        });
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'admin_passkeys_credential') throw error;
      throw DomainError.conflict('This passkey was added already.');
    }
  }
}

/** A challenge is valid only in the session that requested it. */
function purposeFor(admin: Admin): string {
  const sessionId = sessionIdOf(admin);
  if (sessionId === undefined)
    throw DomainError.forbidden('Passkeys are added in the console, by who is signed in there.');
  return `add a passkey to ${sessionId}`;
}

function overdue(): DomainError {
  return DomainError.conflict('That took too long, or was answered already. Try again.');
}
