import { IsolationApp, type GraphqlAnswer } from './isolation-app.js';
import { argumentsWith, operations, type Operation } from './operations.js';
import { snapshot } from './snapshot.js';
import { idOf, makeWorld, type World } from './world.js';

/** From the fewest rights to the most. */
const ROLES = ['VIEWER', 'OPERATOR', 'ADMIN', 'OWNER'] as const;

/** The lowest role that may run the operation; ROOT: no token of a tenant may run it. */
const LEAST: Record<string, (typeof ROLES)[number] | 'ROOT'> = {
  adminPasskeys: 'VIEWER',
  adminTokens: 'OWNER',
  auditChainHead: 'VIEWER',
  auditChainHeads: 'VIEWER',
  auditEvents: 'VIEWER',
  directoryIntegration: 'VIEWER',
  directoryIntegrations: 'VIEWER',
  enrollmentBatch: 'VIEWER',
  enrollmentBatches: 'VIEWER',
  group: 'VIEWER',
  groups: 'VIEWER',
  identities: 'VIEWER',
  identity: 'VIEWER',
  node: 'VIEWER',
  reconciliationRun: 'VIEWER',
  reconciliationRuns: 'VIEWER',
  registrationTrends: 'VIEWER',
  signInFigures: 'VIEWER',
  signInRoute: 'OPERATOR',
  signIns: 'VIEWER',
  scimRequests: 'VIEWER',
  sessions: 'VIEWER',
  viewer: 'VIEWER',
  webhookEndpoint: 'VIEWER',
  webhookEndpoints: 'VIEWER',
  verifyAuditChain: 'OPERATOR',
  approveHeldRegistrations: 'OPERATOR',
  cancelEnrollment: 'OPERATOR',
  cancelEnrollmentBatch: 'OPERATOR',
  cancelReconciliation: 'OPERATOR',
  checkIntegration: 'OPERATOR',
  configureEventHook: 'ADMIN',
  configureOktaServiceApp: 'ADMIN',
  configureRegistrationSync: 'ADMIN',
  configureScimRegistration: 'ADMIN',
  configureSelfEnrollment: 'ADMIN',
  createAdminToken: 'OWNER',
  createDirectoryIntegration: 'ADMIN',
  createEnrollment: 'OPERATOR',
  createEnrollments: 'OPERATOR',
  createOktaAttribute: 'ADMIN',
  createOktaIdentityProvider: 'ADMIN',
  createTenant: 'ROOT',
  tenants: 'ROOT',
  createWebhookEndpoint: 'ADMIN',
  deleteDirectoryIntegration: 'ADMIN',
  deleteScimSchema: 'ADMIN',
  deleteWebhookEndpoint: 'ADMIN',
  disableSignIn: 'ADMIN',
  enableSignIn: 'ADMIN',
  discardEnrollmentLinks: 'OPERATOR',
  discardHeldRegistrations: 'OPERATOR',
  endOtherSessions: 'VIEWER',
  endSession: 'VIEWER',
  fetchEnrollmentLinks: 'OPERATOR',
  generateBearerToken: 'ADMIN',
  generateClientCredentials: 'ADMIN',
  pauseRegistrationSync: 'OPERATOR',
  pauseWebhookEndpoint: 'ADMIN',
  prepareOktaServiceApp: 'ADMIN',
  recordPasskey: 'OPERATOR',
  removeAdminPasskey: 'VIEWER',
  resumeRegistrationSync: 'OPERATOR',
  resumeWebhookEndpoint: 'ADMIN',
  retryRegistrations: 'OPERATOR',
  retryWebhookDelivery: 'OPERATOR',
  revokeAdminToken: 'OWNER',
  revokePasskey: 'OPERATOR',
  revokeScimCredential: 'ADMIN',
  revokeSignInSecret: 'ADMIN',
  rotateEncryptionKeys: 'ROOT',
  rotateOktaServiceAppKey: 'ADMIN',
  rotateSignInKey: 'ADMIN',
  rotateSignInSecret: 'ADMIN',
  saveScimSchema: 'ADMIN',
  setDirectoryChangeCap: 'ADMIN',
  setOktaRouting: 'ADMIN',
  startReconciliation: 'OPERATOR',
  testWebhookEndpoint: 'OPERATOR',
  updateDirectoryIntegration: 'ADMIN',
  updateSignIn: 'ADMIN',
};

/** Error codes that a permitted caller gets because of the test data, such as `CONFLICT` for a run that is under way. */
const OTHERWISE: Record<string, string> = {
  configureScimRegistration: 'BAD_USER_INPUT',
  configureSelfEnrollment: 'BAD_USER_INPUT',
  createEnrollments: 'CONFLICT',
  createOktaAttribute: 'UNAVAILABLE',
  createOktaIdentityProvider: 'UNAVAILABLE',
  discardEnrollmentLinks: 'CONFLICT',
  enableSignIn: 'CONFLICT',
  fetchEnrollmentLinks: 'CONFLICT',
  revokeSignInSecret: 'CONFLICT',
  setOktaRouting: 'UNAVAILABLE',
  startReconciliation: 'CONFLICT',
};

let on: IsolationApp;
let forReading: World;
beforeAll(async () => {
  on = await IsolationApp.start();
  forReading = await makeWorld(on);
});
afterAll(() => on.stop());

it.each(operations())('$root $name is for its role and those above', async (operation) => {
  const least = LEAST[operation.name];
  if (!least) throw new Error(`Say in test/isolation/roles.test.ts which role may do ${operation.name}`);
  const world = operation.root === 'query' ? forReading : await makeWorld(on);
  const before = await rows(world);
  const [mayNot, may] = splitAt(least);
  for (const role of mayNot) {
    expect([role, codeOf(await asked(operation, world, role))]).toEqual([role, 'FORBIDDEN']);
    expect(await rows(world)).toEqual(before);
  }
  for (const [index, role] of may.entries()) {
    const code = codeOf(await asked(operation, world, role));
    if (index === 0) expect([role, code]).toEqual([role, OTHERWISE[operation.name]]);
    else expect([role, code]).not.toEqual([role, 'FORBIDDEN']);
  }
});

function splitAt(least: (typeof ROLES)[number] | 'ROOT') {
  const at = least === 'ROOT' ? ROLES.length : ROLES.indexOf(least);
  return [ROLES.slice(0, at), ROLES.slice(at)] as const;
}

/** Hashes of the tenant's rows, without admin_tokens, which records each use of a token. */
async function rows(world: World): Promise<Record<string, string>> {
  const { admin_tokens: _, ...rest } = await snapshot(on.database, world.tenantId);
  return rest;
}

async function asked(operation: Operation, world: World, role: (typeof ROLES)[number]): Promise<GraphqlAnswer> {
  const ids = await Promise.all(operation.places.map(async ({ kind }) => idOf(on, world, kind).catch(() => 'gone')));
  return on.graphql(world.tokens[role], operation.document, argumentsWith(operation, ids));
}

function codeOf(answer: GraphqlAnswer): string | undefined {
  return answer.errors?.[0]?.extensions?.code;
}
