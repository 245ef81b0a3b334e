import type { Caller } from '@rollcall/platform';
import type { WebApp } from '../../../apps/okta-simulator/src/oauth/web-apps.js';
import { Browser } from '../sign-in/browser.js';
import { OktaRig } from '../sign-in/okta-rig.js';
import type { SignInApp } from '../sign-in/sign-in-app.js';

const CONFIGURE = `mutation ($input: ConfigureSelfEnrollmentInput!) {
  configureSelfEnrollment(input: $input) { enabled clientId redirectUri url } }`;

/** An integration with self-enrollment, and an Okta org that has the application for it. */
export class SelfEnrollmentRig {
  /** Whether the user with this login is assigned to the application. */
  assigned: (login: string) => boolean = () => true;
  readonly app: WebApp;

  private constructor(
    readonly on: SignInApp,
    readonly rig: OktaRig,
  ) {
    this.app = rig.okta.org.webApps.register({
      redirectUris: [`${on.url}/enroll/callback`],
      assigned: ({ profile }) => this.assigned(String(profile['login'])),
    });
  }

  static async start(on: SignInApp): Promise<SelfEnrollmentRig> {
    return new SelfEnrollmentRig(on, await OktaRig.start(on));
  }

  get integrationId(): string {
    return this.rig.key.integrationId;
  }

  get startUrl(): string {
    return `${this.on.url}/enroll/start?integration=${this.integrationId}`;
  }

  configure(change: object = {}) {
    const { integrationId } = this;
    const { clientId, clientSecret } = this.app;
    return this.rig.ask(CONFIGURE, { input: { integrationId, clientId, clientSecret, ...change } });
  }

  /** Creates an identity that has no passkey. */
  async someone(
    userName: string,
    externalId: string | null,
    caller: Caller = this.rig.caller,
  ): Promise<{ id: string }> {
    return this.on.identities.create(caller, this.integrationId, {
      userName,
      externalId,
      displayName: null,
      email: null,
      active: true,
      profile: {},
    });
  }

  /** Adds a person in Okta, and an identity for the same person in Rollcall. */
  async inBoth(login: string): Promise<{ id: string; oktaUserId: string }> {
    const { id: oktaUserId } = this.rig.okta.addPerson(login);
    const { id } = await this.someone(login, oktaUserId);
    return { id, oktaUserId };
  }

  /** Links an identity to an Okta user, as the write-back does. */
  async link(identityId: string, oktaUserId: string): Promise<void> {
    await this.on.database.execute(
      `insert into registrations (tenant_id, integration_id, identity_id, okta_user_id) values ($1, $2, $3, $4)`,
      [this.rig.key.tenantId, this.integrationId, identityId, oktaUserId],
    );
  }

  /**
   * Signs in at Okta. The password is needed only if the browser has no session there. @returns the browser and the URL
   * of the callback
   */
  async atCallback(login: string, browser = new Browser()): Promise<{ browser: Browser; callback: string }> {
    const answered = await browser.open(await browser.open(this.startUrl));
    if (answered.startsWith(this.on.url)) return { browser, callback: answered };
    const authorize = await browser.open(`${this.rig.okta.url}/signin/password?login=${encodeURIComponent(login)}`);
    return { browser, callback: await browser.open(authorize) };
  }

  /** Goes through self-enrollment. @returns what the person gets: an enrollment link, or the state of a page */
  async enroll(login: string): Promise<string> {
    const { browser, callback } = await this.atCallback(login);
    return endOf(await browser.get(callback));
  }

  stop(): Promise<void> {
    return this.rig.stop();
  }
}

export async function endOf(answer: Response): Promise<string> {
  return answer.headers.get('location') ?? /data-state="(\w+)"/.exec(await answer.text())?.[1] ?? '';
}

/** @returns the URL with the values of these parameters replaced */
export function changed(url: string, parameters: Record<string, string>): string {
  const other = new URL(url);
  for (const [name, value] of Object.entries(parameters)) other.searchParams.set(name, value);
  return other.href;
}
