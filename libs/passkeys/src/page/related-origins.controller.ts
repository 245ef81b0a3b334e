import { Controller, Get, Header, NotFoundException } from '@nestjs/common';
import { RelyingParty } from '@rollcall/platform';

/** Lets browsers use passkeys of an earlier host name at PUBLIC_URL (WebAuthn Level 3 §5.11, Related Origin Requests). */
@Controller('.well-known/webauthn')
export class RelatedOriginsController {
  constructor(private readonly relyingParty: RelyingParty) {}

  /** Browsers request it from the host that the passkeys are bound to. @throws NotFoundException unless PASSKEY_HOST names another host */
  @Get()
  @Header('cache-control', 'public, max-age=300')
  origins(): { origins: string[] } {
    const { moved, origin } = this.relyingParty;
    if (!moved) throw new NotFoundException();
    return { origins: [origin] };
  }
}
