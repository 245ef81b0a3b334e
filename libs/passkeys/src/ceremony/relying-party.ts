import { Injectable } from '@nestjs/common';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { AppConfig, type Caller } from '@rollcall/platform';
import { DEFAULT_TENANT_ID, TenantService } from '@rollcall/tenancy';

/** Who asks for the passkey, in WebAuthn's words (WebAuthn Level 3 §4 "Relying Party"). */
@Injectable()
export class RelyingParty {
  /** The domain that passkeys are bound to: the host of PUBLIC_URL. Passkeys are lost to us when it changes. */
  readonly id: string;
  /** scheme://host[:port] that the browser must report in its client data. */
  readonly origin: string;

  constructor(
    config: AppConfig,
    private readonly tenants: TenantService,
    private readonly integrations: DirectoryIntegrationService,
  ) {
    const { hostname, origin } = new URL(config.publicUrl);
    this.id = hostname;
    this.origin = origin;
  }

  /** The organisation as its people know it: the tenant; in the default tenant, whose name nobody chose, the integration. */
  async nameFor(caller: Caller, integrationId: string): Promise<string> {
    if (caller.tenantId === DEFAULT_TENANT_ID) return (await this.integrations.get(caller, integrationId)).name;
    return (await this.tenants.get(caller.tenantId)).name;
  }
}
