import { OktaSimulator, type ScimApp, type ScimAppOptions } from '../../apps/okta-simulator/src/index.js';
import { AdminApi } from './admin-api.js';

export interface ServerAddress {
  url: string;
  adminToken: string;
}

/** A simulated Okta org whose SCIM app and registration attribute are connected to one integration of the server. */
export interface ConnectedOrg {
  readonly okta: OktaSimulator;
  readonly app: ScimApp;
  readonly admin: AdminApi;
  /** Of the integration. */
  readonly name: string;
  readonly integrationId: string;
  readonly scimUrl: string;
  /** Bearer token of the SCIM app. */
  readonly scimToken: string;
}

/** Ten times Okta's limits: these tests are about what is written, not how fast. */
const AMPLE = { 'POST /users/{id}': 6000, 'GET /users/{id}': 20_000 };

export async function connectOrg(
  server: ServerAddress,
  name: string,
  options: Pick<ScimAppOptions, 'dialect' | 'profileUpdates'>,
): Promise<ConnectedOrg> {
  const okta = await OktaSimulator.start({ registrationAttribute: true, rateLimits: AMPLE });
  const admin = new AdminApi(server.url, server.adminToken);
  const { id: integrationId, scimUrl } = await admin.createIntegration(name);
  const { token } = await admin.generateBearerToken(integrationId);
  await admin.configureRegistrationSync(integrationId, okta.domain, okta.apiToken);
  const app = okta.addScimApp({ ...options, baseUrl: scimUrl, token });
  return { okta, app, admin, name, integrationId, scimUrl, scimToken: token };
}

/** Fails where a push did. A person who was not pushed would only be missed much later, in a test that looks for something else. */
export async function allPushed(push: ReturnType<ScimApp['assign']>): Promise<void> {
  expect((await push).failed).toEqual([]);
}
