/** Ids of a directory integration and its tenant; every statement about its data selects by both first. */
export interface IntegrationKey {
  tenantId: string;
  integrationId: string;
}
