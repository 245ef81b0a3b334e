import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';

/** The relying party (WebAuthn Level 3 §4). */
@Injectable()
export class RelyingParty {
  /** The domain of all passkeys: PASSKEY_HOST, or the host of PUBLIC_URL. If it changes, existing passkeys no longer work. */
  readonly id: string;
  /** True if the domain of the passkeys differs from the host of PUBLIC_URL. */
  readonly moved: boolean;
  /** scheme://host[:port] that the browser must report in the client data. */
  readonly origin: string;

  constructor(config: AppConfig) {
    const { hostname, origin } = new URL(config.publicUrl);
    this.id = config.passkeyHost ?? hostname;
    this.moved = this.id !== hostname;
    this.origin = origin;
  }
}
