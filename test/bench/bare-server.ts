import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool, type QueryResultRow } from 'pg';
import { newId } from '@rollcall/platform';
import { listText, type UserRow, userText } from './bare-json.js';
import { statements } from './bare-statements.js';

// Best possible figures: node:http and pg without a framework; implements only the requests of the benchmark.

const { PORT, DATABASE_URL, TENANT_ID, BASE_URL } = process.env;
const pool = new Pool({ connectionString: DATABASE_URL, max: 16 });

interface TokenRow {
  id: string;
  integration_id: string;
  expires_at: Date | null;
  revoked_at: Date | null;
}

async function run<R extends QueryResultRow>(name: keyof typeof statements, values: unknown[]): Promise<R[]> {
  return (await pool.query<R>({ name, text: statements[name], values })).rows;
}

async function credentialOf(request: IncomingMessage, integrationId: string): Promise<string | undefined> {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const hash = createHash('sha256').update(token).digest();
  const [row] = await run<TokenRow>('token', [TENANT_ID, hash]);
  const usable =
    row && !row.revoked_at && !(row.expires_at && row.expires_at <= new Date()) && row.integration_id === integrationId;
  return usable ? row.id : undefined;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += chunk;
  return JSON.parse(text) as Record<string, unknown>;
}

function send(response: ServerResponse, status: number, json?: string): void {
  if (json === undefined) return void response.writeHead(status).end();
  response
    .writeHead(status, { 'content-type': 'application/scim+json', 'content-length': Buffer.byteLength(json) })
    .end(json);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? '';
  if (url === '/health') return send(response, 200, '{}');
  const question = url.indexOf('?');
  const [, , , integrationId = '', type, id] = (question === -1 ? url : url.slice(0, question)).split('/');
  const query = new URLSearchParams(question === -1 ? '' : url.slice(question + 1));
  const credential = await credentialOf(request, integrationId);
  if (credential === undefined) return send(response, 401, '{}');
  const base = `${BASE_URL}/scim/v2/${integrationId}`;
  const scope = [TENANT_ID, integrationId];
  const user = (status: number, row: UserRow | undefined) =>
    row ? send(response, status, userText(row, base)) : send(response, 404, '{}');

  if (request.method === 'GET' && id) return user(200, (await run<UserRow>('get', [...scope, id]))[0]);
  if (request.method === 'GET' && query.has('filter')) {
    const userName = /^userName eq "(.*)"$/.exec(query.get('filter') ?? '')?.[1];
    const rows = await run<UserRow>('byUserName', [...scope, userName]);
    return send(response, 200, listText(rows, rows.length, 1, base));
  }
  if (request.method === 'GET') {
    const startIndex = Number(query.get('startIndex'));
    const rows = await run<UserRow & { total: number }>('page', [...scope, startIndex - 1, Number(query.get('count'))]);
    return send(response, 200, listText(rows, rows[0]?.total ?? 0, startIndex, base));
  }
  const body = await bodyOf(request);
  const act = [...scope, newId(), credential];
  if (request.method === 'POST') {
    const { userName, externalId, displayName, active, groups: _, schemas, ...rest } = body;
    const email = (rest['emails'] as { value: string }[])[0]?.value;
    const profile = JSON.stringify({ schemas, ...rest });
    const values = [...act, newId(), userName, externalId, displayName, email, active, profile];
    return user(201, (await run<UserRow>('create', values))[0]);
  }
  const [operation] = body['Operations'] as { value: { active: boolean } & [{ value: string }] }[];
  if (type === 'Users') return user(200, (await run<UserRow>('switch', [...act, id, operation?.value.active]))[0]);
  const [row] = await run<{ found: number }>('addMember', [...act, id, operation?.value[0].value]);
  return row?.found ? send(response, 204) : send(response, 404, '{}');
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    send(response, 500, '{}');
  });
}).listen(Number(PORT));
