import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ScimClient } from './scim-client.js';

interface Canned {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

describe('SCIM client of Okta', () => {
  let server: Server;
  let answers: Canned[];
  let requests: IncomingMessage[];
  let waited: number[];
  let client: ScimClient;

  beforeEach(async () => {
    [answers, requests, waited] = [[], [], []];
    server = createServer((request, response) => {
      requests.push(request);
      const { status, headers, body } = answers.shift() ?? { status: 200, body: '{}' };
      response.writeHead(status, headers).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2/x`;
    const sleep = async (ms: number): Promise<void> => void waited.push(ms);
    client = new ScimClient({ baseUrl, token: 'rcs', sleep });
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('sends the headers of Okta', async () => {
    await client.send('POST', '/Users', { userName: 'ada' });
    expect(requests[0]?.headers).toMatchObject({
      accept: 'application/scim+json',
      'content-type': 'application/scim+json; charset=utf-8',
      'user-agent': 'Okta SCIM Client 1.0.0',
      authorization: 'Bearer rcs',
    });
  });

  it('waits as long as Retry-After says; without it, or if it is a date, waits five minutes and then twice as long each time', async () => {
    answers.push(
      { status: 429, headers: { 'retry-after': '7' }, body: '{}' },
      { status: 429, body: '{}' },
      { status: 429, headers: { 'retry-after': new Date(0).toUTCString() }, body: '{}' },
    );
    await client.send('GET', '/Users');
    expect(waited).toEqual([7000, 600_000, 1_200_000]);
  });

  it('gives up after ten tries, and reports the detail of a refusal', async () => {
    answers.push(
      ...Array.from({ length: 10 }, () => ({
        status: 429,
        headers: { 'retry-after': '1' },
        body: '{"detail":"too busy"}',
      })),
    );
    await expect(client.send('GET', '/Users')).rejects.toThrow('GET /Users answered 429: too busy');
    expect(requests).toHaveLength(10);
  });

  it('cannot read an error that is not JSON', async () => {
    answers.push({ status: 500, body: '<html>' });
    await expect(client.send('GET', '/Users')).rejects.toThrow('not JSON');
  });

  it('refuses a base URL with an underscore', () => {
    expect(() => new ScimClient({ baseUrl: 'https://a_b.example', token: 'x' })).toThrow('underscore');
  });
});
