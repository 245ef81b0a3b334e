import { Module } from '@nestjs/common';
import { OktaQuotaRepository } from '../quota/okta-quota.repository.js';
import { OktaQuotas } from '../quota/okta-quotas.js';
import { OktaClients } from './okta-clients.js';
import { OktaSchemaGateway } from './okta-schema-gateway.js';
import { OktaUserGateway } from './okta-user-gateway.js';
import { SdkOktaSchemaGateway } from './sdk-okta-schema-gateway.js';
import { SdkOktaUserGateway } from './sdk-okta-user-gateway.js';

/** The way to Okta orgs, and what is known of their rate limits. */
@Module({
  providers: [
    OktaQuotaRepository,
    OktaQuotas,
    OktaClients,
    { provide: OktaUserGateway, useClass: SdkOktaUserGateway },
    { provide: OktaSchemaGateway, useClass: SdkOktaSchemaGateway },
  ],
  exports: [OktaQuotas, OktaClients, OktaUserGateway, OktaSchemaGateway],
})
export class OktaModule {}
