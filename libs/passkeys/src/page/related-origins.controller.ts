import { Controller, Get, Header, NotFoundException } from '@nestjs/common';
import { RelyingParty } from '@rollcall/platform';

/**
 * Allows browsers to use passkeys at PUBLIC_URL that are bound to an earlier host name (WebAuthn Level 3 §5.11, Related
 * Origin Requests).
 */
@Controller('.well-known/webauthn')
export class RelatedOriginsController {
  constructor(private readonly relyingParty: RelyingParty) {}

  /**
   * Browsers send this request to the host to which the passkeys are bound.
   * @throws NotFoundException if no passkeys are bound to another host (PASSKEY_HOST)
   */
  @Get()
  @Header('cache-control', 'public, max-age=300')
  origins(): { origins: string[] } {
    const { moved, origin } = this.relyingParty;
    if (!moved) throw new NotFoundException();
    return { origins: [origin] };
  }
}
