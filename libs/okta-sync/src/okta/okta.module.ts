import { Module } from '@nestjs/common';
import { OktaMetrics } from '../metrics/okta-metrics.js';
import { OktaAccessTokens } from '../oauth/okta-access-tokens.js';
import { OktaQuotaRepository } from '../quota/okta-quota.repository.js';
import { OktaQuotas } from '../quota/okta-quotas.js';
import { OktaClients } from './okta-clients.js';
import { OktaOrgInspector } from './okta-org-inspector.js';
import { OktaSchemaGateway } from './okta-schema-gateway.js';
import { OktaTargets } from './okta-targets.js';
import { OktaUserGateway } from './okta-user-gateway.js';
import { OktaUserLinker } from './okta-user-linker.js';
import { OktaUserList } from './okta-user-list.js';
import { SdkOktaOrgInspector } from './sdk-okta-org-inspector.js';
import { SdkOktaSchemaGateway } from './sdk-okta-schema-gateway.js';
import { SdkOktaUserGateway } from './sdk-okta-user-gateway.js';
import { SdkOktaUserList } from './sdk-okta-user-list.js';

/** The way to Okta orgs, and what is known of their rate limits. */
@Module({
  providers: [
    OktaQuotaRepository,
    OktaQuotas,
    OktaAccessTokens,
    OktaClients,
    OktaMetrics,
    OktaTargets,
    OktaUserLinker,
    { provide: OktaUserGateway, useClass: SdkOktaUserGateway },
    { provide: OktaSchemaGateway, useClass: SdkOktaSchemaGateway },
    { provide: OktaOrgInspector, useClass: SdkOktaOrgInspector },
    { provide: OktaUserList, useClass: SdkOktaUserList },
  ],
  exports: [OktaQuotas, OktaClients, OktaMetrics, OktaTargets, OktaUserGateway, OktaOrgInspector, OktaSchemaGateway],
})
export class OktaModule {}
