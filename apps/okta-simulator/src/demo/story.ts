import type { OktaSimulator } from '../okta-simulator.js';
import type { ScimApp } from '../provisioning/scim-app.js';
import { expectSeen, type Narrator } from './narrator.js';
import type { PasskeyBrowser } from './passkey-browser.js';
import type { HealthCheck, RollcallClient } from './rollcall-client.js';

/** The parts that all chapters of the demo use. */
export interface Stage {
  readonly tell: Narrator;
  readonly okta: OktaSimulator;
  readonly rollcall: RollcallClient;
  readonly browser: PasskeyBrowser;
}

export interface Connected {
  readonly integrationId: string;
  readonly app: ScimApp;
}

/** Names of the objects that the demo creates. The summary prints them. */
export const GROUP = 'Beyond Identity';
export const PUSHED_GROUP = 'Beyond Identity (push)';

/** First half of the guide: creates the integration, its credentials, the registration attribute and the SCIM app. */
export async function connect({ tell, okta, rollcall }: Stage): Promise<Connected> {
  const integration = await tell.step('Rollcall: add a directory integration of the kind Okta', async () => {
    const created = await rollcall.createIntegration('Okta');
    tell.saw(`integration ${created.id}`);
    return created;
  });

  const credential = await tell.step('Rollcall: generate a bearer token', async () => {
    const generated = await rollcall.generateBearerToken(integration.id);
    tell.saw(`SCIM URL ${generated.scimUrl}`);
    tell.saw(`token ${generated.token.slice(0, 4)}…${generated.token.slice(-4)}, shown once`);
    return generated;
  });

  await tell.step('Rollcall: configure the registration attribute', async () => {
    await rollcall.configureRegistrationSync({
      integrationId: integration.id,
      oktaDomain: okta.domain,
      apiToken: okta.apiToken,
    });
    const checks = await rollcall.checkIntegration(integration.id);
    report(tell, checks);
    expectSeen(
      checks.some(({ status }) => status === 'FAIL'),
      'the preflight did not notice that Okta lacks the attribute',
    );
    tell.saw('the preflight found that Okta has no attribute byndidRegistered yet');
  });

  await tell.step('Rollcall: create the attribute in Okta', async () => {
    const checks = await rollcall.createOktaAttribute(integration.id);
    report(tell, checks);
    const attribute = okta.org.schemas.attribute(okta.org.schemas.defaultType.id, 'byndidRegistered');
    expectSeen(attribute?.type === 'boolean', 'Okta has no boolean attribute byndidRegistered');
    expectSeen(
      checks.every(({ status }) => status !== 'FAIL'),
      'a check still fails',
    );
    tell.saw(
      `Okta's user schema now holds “${attribute.title}” (boolean, master ${attribute.master?.type ?? 'unset'})`,
    );
  });

  const app = await tell.step('Okta: put URL and token into the SCIM app, test the credentials', async () => {
    const created = okta.addScimApp({ baseUrl: credential.scimUrl, token: credential.token, dialect: 'catalog' });
    await created.testCredentials();
    tell.saw('Okta accepts them');
    return created;
  });

  return { integrationId: integration.id, app };
}

/** Prints the health checks whose result is not OK. */
function report(tell: Narrator, checks: readonly HealthCheck[]): void {
  const green = checks.filter(({ status }) => status === 'OK').length;
  tell.note(`${green} of ${checks.length} checks are OK`);
  for (const { name, status, message } of checks)
    if (status === 'FAIL' || status === 'WARN') tell.note(`${status} ${name}: ${message}`);
}
