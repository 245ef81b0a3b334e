import { Injectable } from '@nestjs/common';
import { Database, PasskeyCeremonies } from '@rollcall/platform';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { PasskeyRepository } from '../bindings/passkey.repository.js';
import { EnrollmentLinks } from '../enrollments/enrollment-links.js';
import { OrganisationNames } from './organisation-names.js';

/** Starts a WebAuthn registration (WebAuthn Level 3 §7.1): returns the options for the browser. */
@Injectable()
export class CeremonyStart {
  constructor(
    private readonly database: Database,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly organisations: OrganisationNames,
    private readonly links: EnrollmentLinks,
    private readonly passkeys: PasskeyRepository,
  ) {}

  /**
   * Options for a discoverable credential with user verification. They exclude authenticators that already have a
   * passkey of this person.
   * @throws EnrollmentRefused
   */
  async options(token: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const link = await this.links.requireOpen(token);
    const { identity, caller } = link;
    const known = await this.passkeys.webauthnOf(this.database, caller.tenantId, identity.id);
    const options = await this.ceremonies.creationOptions({
      organisation: await this.organisations.nameFor(caller, identity.integrationId),
      handle: userHandle(identity.id),
      userName: identity.userName,
      displayName: identity.displayName ?? identity.userName,
      known,
    });
    await this.links.begin(link, options.challenge);
    return options;
  }
}

/**
 * The user handle: 16 bytes without personal data (WebAuthn Level 3 §14.6.1). An authenticator stores one passkey per
 * user handle.
 */
function userHandle(identityId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(identityId.replaceAll('-', ''), 'hex'));
}
