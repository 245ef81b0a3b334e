import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';

/** A person's browser on a device with a platform authenticator that always verifies its user. */
export class PasskeyBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  static async open(): Promise<PasskeyBrowser> {
    const browser = await launchChromium();
    const page = await browser.newPage({ locale: 'en-US' });
    // Turns autofill off. A virtual authenticator would answer the browser's autofill menu at once, but the demo shows
    // the button.
    await page.addInitScript(
      'if (globalThis.PublicKeyCredential) PublicKeyCredential.isConditionalMediationAvailable = async () => false;',
    );
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return new PasskeyBrowser(browser, page);
  }

  /** Follows an enrollment link and creates the passkey. @returns the heading of the page at the end */
  async enroll(url: string): Promise<string> {
    await this.page.goto(url);
    await this.page.getByRole('button', { name: /passkey/i }).click();
    const heading = this.page.getByRole('heading', { name: /ready|already|expired|suspended|cannot|used/i });
    await heading.waitFor({ timeout: 20_000 });
    return heading.innerText();
  }

  /** Types a username into the org's sign-in page. @returns the heading of the next page */
  async signIn(signInUrl: string, login: string): Promise<string> {
    await this.page.goto(signInUrl);
    await this.page.getByLabel('Username').fill(login);
    await this.page.getByRole('button', { name: 'Next' }).click();
    const heading = this.page.getByRole('heading', { name: /Sign in with/ });
    await heading.waitFor({ timeout: 20_000 });
    return heading.innerText();
  }

  /** Uses the passkey on the page that `signIn` opened. @returns the text of Okta's dashboard */
  async usePasskey(): Promise<string> {
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const user = this.page.locator('[data-user]');
    await user.waitFor({ timeout: 20_000 });
    return user.innerText();
  }

  async signOut(url: string): Promise<void> {
    await this.page.goto(url);
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
