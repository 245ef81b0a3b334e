import { setTimeout as sleep } from 'node:timers/promises';
import {
  OktaSimulator,
  ProvisioningError,
  type PushReport,
  type ScimApp,
  type ScimAppOptions,
} from '../../apps/okta-simulator/src/index.js';
import { AdminApi } from './admin-api.js';

export interface ServerAddress {
  url: string;
  adminToken: string;
}

/** A simulated Okta org. Its SCIM app and its registration attribute are connected to one integration of the server. */
export interface ConnectedOrg {
  readonly okta: OktaSimulator;
  readonly app: ScimApp;
  readonly admin: AdminApi;
  /** Name of the integration. */
  readonly name: string;
  readonly integrationId: string;
  readonly scimUrl: string;
  /** Bearer token of the SCIM app. */
  readonly scimToken: string;
}

/** Ten times Okta's rate limits. These tests are about what is written, not about how fast. */
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

const MAX_RETRIES = 5;

/**
 * Fails if a push failed, because otherwise the missing person would make a later, unrelated test fail. Repeats pushes
 * that were answered with 503, as an administrator would in Okta's Tasks. On a busy machine connections can be slow.
 */
export async function allPushed(
  app: ScimApp,
  push: 'assign' | 'unassign' | 'reassign',
  people: readonly string[],
): Promise<void> {
  let { failed } = await app[push](people);
  for (let retry = 0; retry < MAX_RETRIES && failed.some(isBusy); retry += 1) {
    await sleep(2_000);
    const again = await app[push](failed.filter(isBusy).map(({ login }) => login));
    failed = [...failed.filter((failure) => !isBusy(failure)), ...again.failed];
  }
  expect(failed).toEqual([]);
}

function isBusy({ error }: PushReport['failed'][number]): boolean {
  return error instanceof ProvisioningError && error.status === 503;
}
