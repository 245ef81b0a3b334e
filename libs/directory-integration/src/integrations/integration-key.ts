/** A directory integration, addressed with its tenant: what every statement about its data begins with. */
export interface IntegrationKey {
  tenantId: string;
  integrationId: string;
}
