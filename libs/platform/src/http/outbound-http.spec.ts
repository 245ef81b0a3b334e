import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { AppConfig } from '../config/app-config.js';
import { FakeNameResolver } from './name-resolver.js';
import { OutboundHttp } from './outbound-http.js';

const GET = { method: 'GET', headers: {}, timeoutMs: 10_000 };

let server: Server;
let port: number;
let answer: RequestListener = (_, response) => void response.end('hello');
let connections = 0;

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response)).on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => (connections = 0));

const outbound = (names: FakeNameResolver, ...oktaAllowedHosts: string[]) =>
  new OutboundHttp(new AppConfig({ oktaAllowedHosts } as unknown as AppConfig), names);

describe('a name that resolves to', () => {
  it.each([
    ['this machine', ['127.0.0.1']],
    ['this machine in IPv6 dress', ['::ffff:127.0.0.1']],
    ['cloud metadata', ['169.254.169.254']],
    ['a public address and a private one', ['8.8.8.8', '10.0.0.1']],
    ['carrier-grade NAT', ['100.64.0.1']],
    ['nowhere', []],
  ])('%s is not called, although OKTA_ALLOWED_HOSTS contains it', async (_, addresses) => {
    const names = new FakeNameResolver([addresses]);
    await expect(
      outbound(names, 'rebind.example:*').send(new URL(`https://rebind.example:${port}/`), GET),
    ).rejects.toThrow('rebind.example leads to a private address');
    expect(connections).toBe(0);
  });

  it('an address is resolved once per connection, so the checked address is the one that is called', async () => {
    const names = new FakeNameResolver([['127.0.0.1'], ['10.0.0.1']]);
    const url = new URL(`http://localhost:${port}/`);
    expect((await outbound(names, 'localhost:*').send(url, GET)).text).toBe('hello');
    expect([names.asked, connections]).toEqual([['localhost'], 1]);
    await expect(outbound(names, 'localhost:*').send(url, GET)).rejects.toThrow('private address');
    expect(connections).toBe(1);
  });
});

it.each([
  ['https://127.0.0.1', 'is a private address'],
  ['https://[::ffff:10.0.0.1]', 'is a private address'],
  ['http://example.com', 'must be reached by https'],
  ['http://127.0.0.1', 'must be reached by https'],
  ['ftp://example.com', 'must be reached by https'],
])('%s is refused without resolving a name', async (url, reason) => {
  const names = new FakeNameResolver([['8.8.8.8']]);
  await expect(outbound(names).send(new URL(url), GET)).rejects.toThrow(reason);
  expect(names.asked).toEqual([]);
});

describe('a response', () => {
  const send = (timeoutMs = 60_000) =>
    outbound(new FakeNameResolver([]), '127.0.0.1:*').send(new URL(`http://127.0.0.1:${port}/`), { ...GET, timeoutMs });

  it('that redirects is returned without following the redirect', async () => {
    answer = (_, response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    expect((await send()).status).toBe(302);
    expect(connections).toBe(1);
  });

  it('that is compressed is decompressed; several headers with the same name are joined', async () => {
    answer = (_, response) =>
      void response
        .writeHead(200, { 'content-encoding': 'gzip', link: ['<a>', '<b>'] })
        .end(gzipSync('hello '.repeat(1000)));
    const { text, headers } = await send();
    expect([text.length, headers.get('link')]).toEqual([6000, '<a>, <b>']);
  });

  it.each([
    ['is packed, and has more bytes than we take', gzipSync(Buffer.alloc(17 * 1024 * 1024)), 'more than'],
    ['says that it is packed, and is not', Buffer.from('plain'), 'incorrect header check'],
  ])('that %s is refused', async (_, body, reason) => {
    answer = (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
    await expect(send()).rejects.toThrow(reason);
  });

  it('that does not end is aborted', async () => {
    answer = (_, response) => void response.writeHead(200).write('…');
    await expect(send(50)).rejects.toThrow('timed out');
  });
});
