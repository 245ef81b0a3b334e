import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';

/** Who asks for passkeys, in WebAuthn's words (WebAuthn Level 3 §4 "Relying Party"). */
@Injectable()
export class RelyingParty {
  /** The domain that passkeys are bound to: PASSKEY_HOST, or the host of PUBLIC_URL. When it changes, passkeys are lost to us. */
  readonly id: string;
  /** Whether passkeys are bound to another host than that of PUBLIC_URL. */
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
