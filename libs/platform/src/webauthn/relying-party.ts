import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';

/** The relying party (WebAuthn Level 3 §4). */
@Injectable()
export class RelyingParty {
  /** The domain that passkeys are bound to: PASSKEY_HOST, or the host of PUBLIC_URL. If it changes, existing passkeys no longer work. */
  readonly id: string;
  /** Whether passkeys are bound to a host other than that of PUBLIC_URL. */
  readonly moved: boolean;
  /** scheme://host[:port] that the browser must report in its client data. */
  readonly origin: string;

  constructor(config: AppConfig) {
    const { hostname, origin } = new URL(config.publicUrl);
    this.id = config.passkeyHost ?? hostname;
    this.moved = this.id !== hostname;
    this.origin = origin;
  }
}
