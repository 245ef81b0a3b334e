/** Ids of a directory integration and of its tenant. Every statement about the integration's data first selects by these two ids. */
export interface IntegrationKey {
  tenantId: string;
  integrationId: string;
}
