import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { PasskeysApp } from './passkeys-app.js';
import { createCredential } from './software-authenticator.js';

export const ORIGIN = 'https://id.acme.example';

export interface Answer {
  status: number;
  body: { error?: string; message?: string } & Record<string, unknown>;
}

/** Simulates a person who opens an enrollment link. Sends the requests of the page over HTTP. */
export class Enrollee {
  private readonly path: string;

  constructor(
    private readonly on: PasskeysApp,
    url: string,
  ) {
    this.path = new URL(url).pathname;
  }

  async page(): Promise<{ status: number; html: string; headers: Record<string, unknown> }> {
    const { statusCode, body, headers } = await this.on.app.inject({ method: 'GET', url: this.path });
    return { status: statusCode, html: body, headers };
  }

  options(): Promise<Answer> {
    return this.send('POST', '/options', {});
  }

  status(): Promise<Answer> {
    return this.send('GET', '/status');
  }

  verify(response: RegistrationResponseJSON, deviceName?: string): Promise<Answer> {
    return this.send('POST', '/verify', { response, deviceName });
  }

  /** Starts the ceremony. @returns the response of the authenticator */
  async credential(): Promise<RegistrationResponseJSON> {
    const { status, body } = await this.options();
    if (status !== 200) throw new Error(`options: ${status} ${JSON.stringify(body)}`);
    return createCredential(body as unknown as PublicKeyCredentialCreationOptionsJSON, { origin: ORIGIN });
  }

  async bind(): Promise<Answer> {
    return this.verify(await this.credential());
  }

  private async send(method: 'GET' | 'POST', action: string, payload?: object): Promise<Answer> {
    const { statusCode, body } = await this.on.app.inject({
      method,
      url: this.path + action,
      ...(payload && { payload }),
    });
    return { status: statusCode, body: JSON.parse(body) as Answer['body'] };
  }
}
