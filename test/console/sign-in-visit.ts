import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { SoftwareAuthenticator } from '../integration/passkeys/software-authenticator.js';
import { addAuthenticator, eventually } from '../support/index.js';

/** The client's callback URL. */
export const CALLBACK = 'https://acme.okta.com/';

/**
 * A flag of Chromium. The host of the client does not exist; with this flag, requests to it fail at once, without a DNS
 * query.
 */
export const CALLBACK_FAILS_AT_ONCE = `--host-resolver-rules=MAP ${new URL(CALLBACK).host} ~NOTFOUND`;

/** Timeout of every wait, long enough for a busy machine. */
const PATIENCE_MS = 120_000;

/** The browser of one person who signs in, with a platform authenticator. */
export class SignInVisit {
  /** Errors of the page, including violations of the content security policy. */
  readonly complaints: string[] = [];

  private readonly callbacks: URL[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly devtools: CDPSession,
    readonly authenticatorId: string,
  ) {
    // The callback is seen as a request, because the client's host does not exist. Playwright cannot intercept
    // redirects, but it reports their requests.
    page.on('request', (request) => {
      if (request.url().startsWith(CALLBACK)) this.callbacks.push(new URL(request.url()));
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy|trusted type/i.test(message.text())) this.complaints.push(message.text());
    });
  }

  /** @param autofill whether the field's menu offers passkeys; a virtual authenticator then picks one at once */
  static async start(browser: Browser, { autofill = false }: { autofill?: boolean } = {}): Promise<SignInVisit> {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    if (!autofill) {
      await page.addInitScript(
        'if (globalThis.PublicKeyCredential) PublicKeyCredential.isConditionalMediationAvailable = async () => false;',
      );
    }
    const { devtools, authenticatorId } = await addAuthenticator(page);
    return new SignInVisit(context, page, devtools, authenticatorId);
  }

  /** Replaces all passkeys on the device by those of these authenticators. */
  async holds(...devices: SoftwareAuthenticator[]): Promise<void> {
    const { authenticatorId } = this;
    await this.devtools.send('WebAuthn.clearCredentials', { authenticatorId });
    for (const device of devices) {
      const credential = { ...device.exported(), isResidentCredential: true };
      await this.devtools.send('WebAuthn.addCredential', { authenticatorId, credential });
    }
  }

  async verifiesPerson(isUserVerified: boolean): Promise<void> {
    await this.devtools.send('WebAuthn.setUserVerified', { authenticatorId: this.authenticatorId, isUserVerified });
  }

  async press(name = 'Sign in'): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).locator('visible=true').click();
  }

  async heading(text: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: text }).waitFor();
  }

  async says(text: string): Promise<void> {
    await this.page.getByText(text).locator('visible=true').waitFor();
  }

  /**
   * Waits for the request to the client's callback, and then for the browser's error page. A navigation that is still
   * pending would interrupt the next one.
   */
  async callback(): Promise<URL> {
    return eventually(() => {
      if (!this.page.url().startsWith('chrome-error:')) throw new Error('the browser was not sent to the callback');
      return this.callbacks.shift()!;
    });
  }

  async end(): Promise<void> {
    await this.context.close();
  }
}
