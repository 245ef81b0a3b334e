import { Module } from '@nestjs/common';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { OktaClients } from './client/okta-clients.js';
import { OktaMetrics } from './client/okta-metrics.js';
import { OktaOrgs } from './client/okta-orgs.js';
import { OktaOrgInspector } from './gateways/okta-org-inspector.js';
import { OktaRoutingGateway } from './gateways/okta-routing-gateway.js';
import { OktaSchemaGateway } from './gateways/okta-schema-gateway.js';
import { OktaUserGateway } from './gateways/okta-user-gateway.js';
import { OktaUserList } from './gateways/okta-user-list.js';
import { SdkOktaOrgInspector } from './gateways/sdk-okta-org-inspector.js';
import { SdkOktaRoutingGateway } from './gateways/sdk-okta-routing-gateway.js';
import { SdkOktaSchemaGateway } from './gateways/sdk-okta-schema-gateway.js';
import { SdkOktaUserGateway } from './gateways/sdk-okta-user-gateway.js';
import { SdkOktaUserList } from './gateways/sdk-okta-user-list.js';
import { JwksController } from './oauth/jwks.controller.js';
import { OktaAccessTokens } from './oauth/okta-access-tokens.js';
import { ServiceAppRepository } from './oauth/service-app.repository.js';
import { ServiceApps } from './oauth/service-apps.js';
import { OktaQuotaRepository } from './quota/okta-quota.repository.js';
import { OktaQuotas } from './quota/okta-quotas.js';
import { OktaSlotLeaseRepository } from './slots/okta-slot-lease.repository.js';
import { OktaSlots } from './slots/okta-slots.js';

/** Client of Okta's management API, with request pacing, access tokens and the keys of our service app. */
@Module({
  imports: [DirectoryIntegrationModule],
  controllers: [JwksController],
  providers: [
    OktaAccessTokens,
    OktaClients,
    OktaMetrics,
    OktaOrgs,
    OktaQuotaRepository,
    OktaQuotas,
    OktaSlotLeaseRepository,
    OktaSlots,
    ServiceAppRepository,
    ServiceApps,
    { provide: OktaUserGateway, useClass: SdkOktaUserGateway },
    { provide: OktaSchemaGateway, useClass: SdkOktaSchemaGateway },
    { provide: OktaOrgInspector, useClass: SdkOktaOrgInspector },
    { provide: OktaRoutingGateway, useClass: SdkOktaRoutingGateway },
    { provide: OktaUserList, useClass: SdkOktaUserList },
  ],
  exports: [
    OktaClients,
    OktaMetrics,
    OktaOrgInspector,
    OktaOrgs,
    OktaQuotas,
    OktaRoutingGateway,
    OktaSchemaGateway,
    OktaUserGateway,
    OktaUserList,
    ServiceAppRepository,
    ServiceApps,
  ],
})
export class OktaModule {}
