import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { CurrentAdmin } from '../access/current-admin.decorator.js';
import { RequireRole } from '../access/require-role.decorator.js';
import { AdminPasskeyRegistration } from './admin-passkey-registration.js';
import { type AdminPasskey, toAdminPasskey } from './admin-passkey.type.js';

/** Endpoints with which a signed-in administrator adds a passkey. */
@Controller('session/passkeys')
@RequireRole(AdminRole.VIEWER)
export class AdminPasskeyController {
  constructor(private readonly registration: AdminPasskeyRegistration) {}

  /** PublicKeyCredentialCreationOptionsJSON (WebAuthn Level 3 §5.1.9), good for five minutes in this session. */
  @Post('options')
  @HttpCode(200)
  options(@CurrentAdmin() admin: Admin): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return this.registration.options(admin);
  }

  /** Body `{"response": RegistrationResponseJSON, "name"?: …}`. */
  @Post()
  async add(
    @CurrentAdmin() admin: Admin,
    @Body() body: unknown,
    @Headers('user-agent') userAgent: string | undefined,
  ): Promise<AdminPasskey> {
    const { response, name } = (body ?? {}) as Record<string, unknown>;
    return toAdminPasskey(await this.registration.register(admin, { response, name, userAgent }));
  }
}
