import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { SoftwareAuthenticator } from '../passkeys/software-authenticator.js';

export interface PageAnswer {
  status: number;
  body: { error?: string; location?: string } & Record<string, unknown>;
}

interface Cookie {
  value: string;
  path: string;
}

/** A browser that keeps cookies by path, and does not follow redirects on its own. */
export class Browser {
  private readonly cookies = new Map<string, Cookie>();

  /** @param reach returns the address to which a request for a URL is sent, for tests with several replicas */
  constructor(private readonly reach: (url: URL) => URL = (url) => url) {}

  async get(url: string): Promise<Response> {
    return this.send(url, { method: 'GET', headers: { accept: 'text/html' } });
  }

  async post(url: string, body: object): Promise<PageAnswer> {
    const answer = await this.send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as PageAnswer['body'] };
  }

  async delete(url: string): Promise<PageAnswer> {
    const answer = await this.send(url, { method: 'DELETE', headers: {} });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as PageAnswer['body'] };
  }

  async form(url: string, fields: Record<string, string>): Promise<Response> {
    return this.send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: new URLSearchParams(fields).toString(),
    });
  }

  /**
   * Opens an authorization request. @returns the address of the sign-in page, or the redirect if the request is
   * answered at once
   */
  async open(authorizationUrl: string | URL): Promise<string> {
    const answer = await this.get(String(authorizationUrl));
    const location = answer.headers.get('location');
    if (!location) throw new Error(`${authorizationUrl}: ${answer.status} ${await answer.text()}`);
    return new URL(location, String(authorizationUrl)).href;
  }

  /** The response of the device to the challenge of the page. */
  async assertion(page: string, device: SoftwareAuthenticator): Promise<AuthenticationResponseJSON> {
    const { status, body } = await this.post(`${page}/options`, {});
    if (status !== 200) throw new Error(`options: ${status} ${JSON.stringify(body)}`);
    return device.get(body as unknown as PublicKeyCredentialRequestOptionsJSON);
  }

  async present(page: string, device: SoftwareAuthenticator): Promise<PageAnswer> {
    return this.post(`${page}/verify`, { response: await this.assertion(page, device) });
  }

  /** Completes a sign-in. @returns the URL of the client's callback */
  async signIn(authorizationUrl: string | URL, device: SoftwareAuthenticator): Promise<URL> {
    const page = await this.open(authorizationUrl);
    const { status, body } = await this.present(page, device);
    if (status !== 200 || !body.location) throw new Error(`verify: ${status} ${JSON.stringify(body)}`);
    return new URL(await this.open(body.location));
  }

  /** The value of a cookie with any path; empty if there is no such cookie. */
  cookieOf(name: string): string {
    return [...this.cookies].find(([key]) => key.split(' ')[0] === name)?.[1].value ?? '';
  }

  private async send(url: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    const asked = new URL(url);
    const cookie = [...this.cookies]
      .filter(([, { path }]) => asked.pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
      .join('; ');
    const answer = await fetch(this.reach(asked), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie && { cookie }) },
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
    const key = `${name} ${path}`;
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(key);
    else this.cookies.set(key, { value, path });
  }
}
