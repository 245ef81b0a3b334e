import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { addAuthenticator } from '../support/index.js';

/**
 * A port that was free a moment ago. The test needs a port before the server starts, because the page's address
 * contains it.
 */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The browser of one person. It has its own cookies, and a platform authenticator that a test controls. */
export class EnrollmentVisit {
  /** Errors of the page, including violations of the content security policy. */
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly devtools: CDPSession,
    private readonly authenticatorId: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy|trusted type/i.test(message.text())) this.complaints.push(message.text());
    });
  }

  static async start(browser: Browser, options: BrowserContextOptions = {}): Promise<EnrollmentVisit> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const { devtools, authenticatorId } = await addAuthenticator(page);
    return new EnrollmentVisit(context, page, devtools, authenticatorId);
  }

  /** Sets whether the person passes the check of their fingerprint, face or PIN. */
  async verifiesPerson(isUserVerified: boolean): Promise<void> {
    await this.devtools.send('WebAuthn.setUserVerified', { authenticatorId: this.authenticatorId, isUserVerified });
  }

  async credentials(): Promise<number> {
    const { authenticatorId } = this;
    return (await this.devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length;
  }

  async press(name = 'Create passkey'): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }

  /** Waits until the page has this heading. */
  async heading(text: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: text }).waitFor();
  }

  async says(text: string): Promise<void> {
    await this.page.getByText(text).locator('visible=true').waitFor();
  }

  async end(): Promise<void> {
    await this.context.close();
  }
}
