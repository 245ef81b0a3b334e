import type { IntegrationKey } from '@rollcall/directory';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { Doctor } from '@rollcall/okta-sync';
import type { Caller } from '@rollcall/platform';
import { OktaSimulator } from '../../../apps/okta-simulator/src/index.js';
import { seedIntegration } from '../../support/index.js';
import { Browser } from './browser.js';
import { type Person, SignInApp } from './sign-in-app.js';

const ROOT_TOKEN = 'the-root-administrator-of-these-tests';

interface GraphqlAnswer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

/** A server with sign-in enabled, connected to a simulated Okta org. */
export class OktaRig {
  private constructor(
    readonly on: SignInApp,
    readonly okta: OktaSimulator,
    readonly caller: Caller,
    readonly key: IntegrationKey,
  ) {}

  static async start(on: SignInApp): Promise<OktaRig> {
    const [okta, caller] = await Promise.all([OktaSimulator.start({ registrationAttribute: true }), on.tenant()]);
    const integrationId = await seedIntegration(on.database, caller.tenantId);
    const rig = new OktaRig(on, okta, caller, { tenantId: caller.tenantId, integrationId });
    await rig.connect(okta.apiToken);
    await on.signIns.enable(caller, { integrationId });
    return rig;
  }

  /** Gives the integration an API token of this org. */
  connect(apiToken: string): Promise<void> {
    return this.connectTo({ domain: this.okta.domain, apiToken });
  }

  /** Connects the integration to another org. */
  async connectTo({ domain, apiToken }: Pick<OktaSimulator, 'domain' | 'apiToken'>): Promise<void> {
    const { integrationId } = this.key;
    const syncs = this.on.app.get(RegistrationSyncService, { strict: false });
    await syncs.configure(this.caller, { integrationId, oktaDomain: domain, apiToken, enabled: true });
  }

  async ask(document: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer> {
    const answer = await fetch(`${this.on.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${ROOT_TOKEN}`,
        'x-rollcall-tenant': this.key.tenantId,
      },
      body: JSON.stringify({ query: document, variables: { id: this.key.integrationId, ...variables } }),
    });
    return (await answer.json()) as GraphqlAnswer;
  }

  create(): Promise<GraphqlAnswer> {
    return this.ask(`mutation ($id: ID!) { createOktaIdentityProvider(integrationId: $id) { okta {
      identityProviderId identityProviderStatus routingRuleId routingActive checkedAt } } }`);
  }

  route(active: boolean): Promise<GraphqlAnswer> {
    return this.ask(
      `mutation ($id: ID!, $active: Boolean!) {
        setOktaRouting(integrationId: $id, active: $active) { okta { routingActive } } }`,
      { active },
    );
  }

  /** Adds a person with a passkey to Rollcall and to Okta, where the person's attribute is true. */
  async person(userName: string): Promise<Person> {
    const { id: externalId } = this.okta.addPerson(userName, { profile: { byndidRegistered: true } });
    const person = await this.on.person(this.caller, this.key.integrationId, userName);
    await this.on.database.execute('update identities set external_id = $2 where id = $1', [person.id, externalId]);
    return person;
  }

  /** Signs in to Okta with the person's device. @returns the last page */
  async signInToOkta(login: string, device: Person['device']): Promise<string> {
    const browser = new Browser();
    const authorize = await browser.open(`${this.okta.url}/signin?login=${encodeURIComponent(login)}`);
    const callback = await browser.signIn(authorize, device);
    const end = await browser.get(callback.href);
    const home = end.headers.get('location');
    return home ? (await browser.get(new URL(home, this.okta.url).href)).text() : end.text();
  }

  /** The result of each sign-in check as `status: message`, by the name of the check. */
  async checks(): Promise<Record<string, string>> {
    const found = await this.on.app.get(Doctor, { strict: false }).examine(this.caller, this.key.integrationId);
    const ours = found.filter(({ name }) => name.startsWith('sign-in-'));
    return Object.fromEntries(ours.map(({ name, status, message }) => [name, `${status}: ${message}`]));
  }

  stop(): Promise<void> {
    return this.okta.stop();
  }
}
