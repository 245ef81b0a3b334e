import { Module } from '@nestjs/common';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { OktaModule } from '../okta/okta.module.js';
import { ScimAccessTokens } from './scim-access-tokens.js';
import { ScimDiscovery } from './scim-discovery.js';
import { ScimTargets } from './scim-targets.js';
import { ScimTransport } from './scim-transport.js';
import { ScimUsers } from './scim-users.js';

/** The way to SCIM servers. Shares the quotas and the metrics of Okta's. */
@Module({
  imports: [DirectoryIntegrationModule, OktaModule],
  providers: [ScimAccessTokens, ScimDiscovery, ScimTargets, ScimTransport, ScimUsers],
  exports: [ScimDiscovery, ScimTargets, ScimUsers],
})
export class OutboundScimModule {}
