import type { Page, Route } from 'playwright-core';

/**
 * Intercepts the API's answers to a page. The query for the signed-in administrator is never intercepted, because no
 * page works without its answer.
 */
export class ApiAnswers {
  /** Number of requests since the answers were last changed. */
  seen = 0;
  private release: () => void = () => undefined;

  private constructor(private readonly page: Page) {}

  static of(page: Page): ApiAnswers {
    return new ApiAnswers(page);
  }

  /** Delays all answers until `pass` is called. */
  async hold(): Promise<void> {
    const held = new Promise<void>((resolve) => (this.release = resolve));
    await this.instead(async (route) => {
      await held;
      await route.continue();
    });
  }

  /** Replaces all answers by this error until `pass` is called. */
  async refuse(code: string, message: string): Promise<void> {
    await this.instead((route) => route.fulfill({ json: { errors: [{ message, extensions: { code } }] } }));
  }

  /** Replaces all answers by the answer 502 of a proxy, until `pass` is called. */
  async fail(): Promise<void> {
    await this.instead((route) =>
      route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
    );
  }

  async pass(): Promise<void> {
    this.release();
    await this.page.unroute('**/graphql');
  }

  private async instead(answer: (route: Route) => Promise<void>): Promise<void> {
    this.seen = 0;
    await this.page.route('**/graphql', async (route) => {
      if (/query Viewer\b/.test(route.request().postData() ?? '')) return route.continue();
      this.seen += 1;
      // This fails if the page has navigated away and no longer waits for the answer.
      return answer(route).catch(() => undefined);
    });
  }
}
