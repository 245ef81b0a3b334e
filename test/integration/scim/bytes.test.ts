import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type ScimApp, type ScimClient, startScim, USER } from './scim-app.js';

let scim: ScimApp;
let client: ScimClient;
let port: number;
beforeAll(async () => {
  scim = await startScim();
  client = await scim.client();
  await scim.app.listen(0, '127.0.0.1');
  port = (scim.app.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => scim.close());

const send = async (method: string, path: string, payload: Buffer, headers: Record<string, string> = {}) => {
  const {
    statusCode,
    headers: answered,
    json,
  } = await scim.app.inject({
    method: method as 'POST',
    url: `/scim/v2/${client.integrationId}${path}`,
    headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/scim+json', ...headers },
    payload,
  });
  return { status: statusCode, headers: answered, body: json<Record<string, unknown>>() };
};
const user = (userName: string) => JSON.stringify({ schemas: [USER], userName });

it('a body that is not UTF-8 is answered with 400 for every method, and nothing is stored', async () => {
  const bytes = Buffer.from(user('ren\u00e9'), 'latin1');
  const { id } = (await client.send('POST', '/Users', { schemas: [USER], userName: 'ada', displayName: 'Ada' })).body;
  for (const [method, path] of [
    ['POST', '/Users'],
    ['PUT', `/Users/${id}`],
    ['PATCH', `/Users/${id}`],
    ['POST', '/Bulk'],
    ['POST', '/.search'],
  ] as const)
    expect(await send(method, path, bytes)).toMatchObject({ status: 400, body: { scimType: 'invalidSyntax' } });
  expect((await client.send('GET', '/Users')).body.totalResults).toBe(1);
});

it('other charsets are answered with 415, and UTF-8 is accepted under each of its names', async () => {
  const typed = (charset: string) =>
    send('POST', '/Users', Buffer.from(user(charset)), { 'content-type': `application/scim+json; charset=${charset}` });
  expect((await typed('ISO-8859-1')).status).toBe(415);
  expect((await typed('utf-16')).status).toBe(415);
  expect((await typed('"UTF-8"')).status).toBe(201);
  expect((await typed('utf8')).status).toBe(201);
});

it('a content coding is answered with 415 and the accepted codings', async () => {
  const answer = await send('POST', '/Users', gzipSync(user('zip')), { 'content-encoding': 'gzip' });
  expect([answer.status, answer.headers['accept-encoding']]).toEqual([415, 'identity']);
  expect((await send('POST', '/Users', Buffer.from(user('plain')), { 'content-encoding': 'identity' })).status).toBe(
    201,
  );
});

it.each([
  ['of a given length', { 'content-length': String(24 * 1024 * 1024) }],
  ['in chunks', { 'transfer-encoding': 'chunked' }],
])('the refusal of a body that is too large arrives, %s', async (_, headers) => {
  const sent = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: `/scim/v2/${client.integrationId}/Users`,
    headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/scim+json', ...headers },
  });
  const answered = once(sent, 'response');
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  for (let count = 0; count < 24; count += 1) if (!sent.write(chunk)) await once(sent, 'drain');
  sent.end();
  const [response] = (await answered) as [import('node:http').IncomingMessage];
  expect(response.statusCode).toBe(413);
  response.resume();
  await once(response, 'end');
});
