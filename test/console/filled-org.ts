import { allPushed, connectOrg, type ConnectedOrg } from '../e2e/connected-org.js';
import { eventually, type TestServer } from '../support/index.js';
import { seedSignIns } from '../support/seed-sign-ins.js';
import { seedTrends } from '../support/seed-trends.js';

/**
 * An org "Acme" with data for every page of the console: people, a group, drift, a failing webhook, sign-in, and a week
 * of figures.
 */
export async function connectFilledOrg(server: TestServer): Promise<ConnectedOrg> {
  const org = await connectOrg(server, 'Acme', { dialect: 'catalog' });
  const logins = org.okta.addPeople(3).map(({ profile }) => String(profile['login']));
  await allPushed(org.app, 'assign', logins);
  await org.app.pushGroup('Engineering', logins.slice(0, 1));
  const [bound] = await org.admin.identities(org.integrationId);
  await org.admin.recordPasskey(String(bound?.id));
  await eventually(() => expect(org.okta.trueSet()).toEqual([bound?.userName]));
  org.okta.setProfile(String(bound?.userName), { byndidRegistered: false });
  await seedTrends(server.databaseUrl, org.integrationId);
  await org.admin.setUpSignIn(org.integrationId);
  await seedSignIns(server.databaseUrl, org.integrationId);
  const { endpoint } = await org.admin.createWebhook('https://hooks.acme.invalid/rollcall');
  await org.admin.testWebhook(endpoint.id);
  const run = await org.admin.startReconciliation(org.integrationId);
  await eventually(async () => expect((await org.admin.reconciliationRun(run.id)).drifted).toBe(1));
  return org;
}
