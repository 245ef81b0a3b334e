import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';

/** Who asks for passkeys, in WebAuthn's words (WebAuthn Level 3 §4 "Relying Party"). */
@Injectable()
export class RelyingParty {
  /** The domain that passkeys are bound to: the host of PUBLIC_URL. Passkeys are lost to us when it changes. */
  readonly id: string;
  /** scheme://host[:port] that the browser must report in its client data. */
  readonly origin: string;

  constructor(config: AppConfig) {
    const { hostname, origin } = new URL(config.publicUrl);
    this.id = hostname;
    this.origin = origin;
  }
}
