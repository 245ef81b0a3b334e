import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import type { JsonWebKey } from 'node:crypto';
import { ServiceApps } from './service-apps.js';

/** Serves the public keys of an integration's service app, which Okta fetches. */
@Controller('okta/jwks')
export class JwksController {
  constructor(private readonly apps: ServiceApps) {}

  @Get(':tenantId/:integrationId')
  @Header('cache-control', 'public, max-age=300')
  async jwks(
    @Param('tenantId') tenantId: string,
    @Param('integrationId') integrationId: string,
  ): Promise<{ keys: JsonWebKey[] }> {
    const jwks = await this.apps.jwks(tenantId, integrationId);
    if (!jwks) throw new NotFoundException('No such key set');
    return jwks;
  }
}
