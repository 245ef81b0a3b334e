import type { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { AdminApi } from '../e2e/admin-api.js';

/**
 * Adds an integration that writes to the simulated org. It has no safety cap, because the load exceeds the cap of a
 * small directory.
 */
export async function connectOkta(url: string, adminToken: string, okta: OktaSimulator) {
  const admin = new AdminApi(url, adminToken);
  const { id: integrationId } = await admin.createIntegration('Okta');
  const { token: scimToken } = await admin.generateBearerToken(integrationId);
  await admin.configureRegistrationSync(integrationId, okta.domain, okta.apiToken);
  await admin.setDirectoryChangeCap(integrationId, 1);
  return { integrationId, scimToken, adminToken };
}
