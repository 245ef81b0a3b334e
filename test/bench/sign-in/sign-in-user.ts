import { Agent, type IncomingHttpHeaders, request as send } from 'node:http';
import { BenchPasskey } from './bench-passkey.js';

/** The provider under load, and its client. */
export interface SignInTarget {
  issuer: string;
  /** Paths of the issuer's endpoints. */
  authorize: string;
  token: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** One person with a passkey, in a browser that keeps its connection. */
export class SignInUser {
  readonly passkey = new BenchPasskey();
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly target: SignInTarget,
    readonly identityId: string,
  ) {}

  /** Signs in, from the authorization request to the ID token. @returns milliseconds */
  async signIn(): Promise<number> {
    const { issuer, authorize, token, clientId, clientSecret, redirectUri } = this.target;
    const started = performance.now();
    const query = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: redirectUri,
      state: 's',
      nonce: 'n',
    });
    const opened = await this.send('GET', `${issuer}${authorize}?${query.toString()}`, 303);
    const page = new URL(opened.headers.location ?? '', issuer).href;
    const cookies = cookiesOf(opened);
    await this.send('GET', page, 200, cookies);
    const { challenge } = JSON.parse((await this.send('POST', `${page}/options`, 200, cookies, {})).text) as {
      challenge: string;
    };
    const response = this.passkey.answer(challenge, new URL(issuer).origin, this.identityId);
    const verified = await this.send('POST', `${page}/verify`, 200, cookies, { response });
    const { location } = JSON.parse(verified.text) as { location: string };
    const finished = await this.send('GET', location, 303, cookies);
    const code = new URL(finished.headers.location ?? '').searchParams.get('code') ?? '';
    const exchanged = await this.send('POST', `${issuer}${token}`, 200, '', {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      client_id: clientId,
      client_secret: clientSecret,
    });
    const elapsed = performance.now() - started;
    if (!exchanged.text.includes('"id_token"')) throw new Error(`no ID token: ${exchanged.text}`);
    return elapsed;
  }

  close(): void {
    this.agent.destroy();
  }

  /** @param body JSON for the page, a form for the token endpoint */
  private send(method: string, url: string, expected: number, cookie = '', body?: object): Promise<Answer> {
    const form = body && 'grant_type' in body;
    const text = body && (form ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body));
    const headers = {
      ...(cookie && { cookie }),
      ...(text !== undefined && {
        'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
        'content-length': String(Buffer.byteLength(text)),
      }),
    };
    return new Promise((resolve, reject) => {
      const sent = send(url, { method, agent: this.agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          const said = Buffer.concat(chunks).toString();
          if (status !== expected) return reject(new Error(`${method} ${url}: ${status} ${said.slice(0, 300)}`));
          resolve({ status, headers: answer.headers, text: said });
        });
      });
      sent.on('error', reject);
      sent.end(text);
    });
  }
}

function cookiesOf({ headers }: Answer): string {
  return (headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]).join('; ');
}
