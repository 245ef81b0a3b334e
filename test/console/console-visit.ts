import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';

export interface ConsoleAddress {
  url: string;
  adminToken: string;
}

/** Timeout of every wait, long enough for a busy machine. */
const PATIENCE_MS = 120_000;

/** The browser of an administrator who uses the console. */
export class ConsoleVisit {
  /** Errors of the pages, including violations of the content security policy. */
  readonly complaints: string[] = [];

  private constructor(
    readonly server: ConsoleAddress,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy|trusted type/i.test(message.text())) this.complaints.push(message.text());
    });
  }

  static async start(
    browser: Browser,
    server: ConsoleAddress,
    options: BrowserContextOptions = {},
  ): Promise<ConsoleVisit> {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    return new ConsoleVisit(server, context, await context.newPage());
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.server.url + path);
  }

  /** Signs in with a link of the kind that `npm start` prints. */
  async signIn(token = this.server.adminToken): Promise<void> {
    await this.open(`/sign-in#token=${token}`);
    await this.heading('Overview');
  }

  /** Waits until the page has this heading. */
  async heading(name: string | RegExp): Promise<void> {
    await this.appears(this.page.getByRole('heading', { level: 1, name, exact: true }));
  }

  /** Opens a page and waits until its content is loaded. */
  async arrive(path: string, heading: string | RegExp): Promise<void> {
    await this.open(path);
    await this.heading(heading);
    await this.page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async follow(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).click();
  }

  /** The text of the field with this label, as its copy button would copy it. */
  async value(label: string): Promise<string> {
    const fields = this.page.locator('code[aria-labelledby]').and(this.page.getByLabel(label, { exact: true }));
    return fields.first().innerText();
  }

  async says(text: string | RegExp): Promise<void> {
    await this.appears(this.page.getByText(text).locator('visible=true').first());
  }

  /** Waits for the element; the error shows the page's text. */
  private async appears(awaited: Locator): Promise<void> {
    try {
      await awaited.waitFor();
    } catch (error) {
      const shown = await this.page.locator('body').ariaSnapshot();
      throw new Error(`${String(error)}\nat ${this.page.url()}\n${shown.slice(0, 4_000)}`, { cause: error });
    }
  }

  async end(): Promise<void> {
    await this.context.close();
  }
}
