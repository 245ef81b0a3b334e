export { parseStorable } from './answers/storable-json.js';
export { describeAnswer, OktaRequestError } from './answers/okta-answer.js';
export { OktaClients, type OktaTransport } from './client/okta-clients.js';
export { OktaMetrics } from './client/okta-metrics.js';
export type { OktaCredentials, OktaOrg } from './client/okta-org.js';
export { StandaloneOktaTransports } from './client/standalone-okta-transports.js';
export { OktaOrgs } from './client/okta-orgs.js';
export type { RequestBucket } from './quota/request-bucket.js';
export { type TargetAnswer, TargetRequestError } from './answers/target-answer.js';
export { FakeOktaOrgInspector } from './gateways/fake-okta-org-inspector.js';
export { FakeOktaSchemaGateway } from './gateways/fake-okta-schema-gateway.js';
export { FakeOktaUserGateway } from './gateways/fake-okta-user-gateway.js';
export { FakeOktaUserList } from './gateways/fake-okta-user-list.js';
export { type AttributeRule, OktaOrgInspector, type UserTypeAttribute } from './gateways/okta-org-inspector.js';
export { FakeOktaRoutingGateway } from './gateways/fake-okta-routing-gateway.js';
export {
  type OktaAccountLink,
  type OktaIdentityProvider,
  type OktaResource,
  OktaRoutingGateway,
  type OktaRoutingRule,
  type OktaRuleConditions,
  type OktaUserProfile,
} from './gateways/okta-routing-gateway.js';
export {
  isMissingRight,
  type OktaTransports,
  TransportOktaRoutingGateway,
} from './gateways/sdk-okta-routing-gateway.js';
export { type OktaAttribute, OktaSchemaGateway } from './gateways/okta-schema-gateway.js';
export { type OktaUser, OktaUserGateway } from './gateways/okta-user-gateway.js';
export { OktaUserList } from './gateways/okta-user-list.js';
export { AccessTokenCache, type IssuedToken } from './oauth/access-token-cache.js';
export { OKTA_ROUTING_SCOPES, OKTA_SCOPES } from './oauth/okta-scopes.js';
export { ServiceAppRepository } from './oauth/service-app.repository.js';
export { type ServiceApp, ServiceApps } from './oauth/service-apps.js';
export { oktaRows } from './okta-rows.js';
export { OktaModule } from './okta.module.js';
export { type Allowance, QuotaSpent } from './quota/allowance.js';
export { FakeOktaQuotaRepository } from './quota/fake-okta-quota.repository.js';
export { OktaQuotas } from './quota/okta-quotas.js';
export { FARTHEST_MS, type RateLimited, sustainedPerMinute } from './quota/quota.js';
