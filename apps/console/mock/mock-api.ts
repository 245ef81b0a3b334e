import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import type { Connect, Plugin } from 'vite';
import { mockRoot } from './mock-root.ts';
import { ROLE_OF_TOKEN } from './mock-session.ts';

const SCHEMA = join(import.meta.dirname, '../../../schema.graphql');

/** Answers `/graphql` and `/session` from memory. The token to sign in with is a role's name, such as `owner`. */
export function mockApi(): Plugin {
  const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
  const use = (middlewares: Connect.Server) => {
    middlewares.use('/graphql', (request, response) => void answerGraphql(schema, request, response));
    middlewares.use('/session', (request, response) => void answerSession(request, response));
  };
  return {
    name: 'mock-api',
    configureServer: (server) => use(server.middlewares),
    configurePreviewServer: (server) => use(server.middlewares),
  };
}

async function answerGraphql(schema: GraphQLSchema, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const role = /mock_role=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  if (!role)
    return json(response, 200, { errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }] });
  const { query, variables } = (await bodyOf(request)) as { query: string; variables: Record<string, unknown> };
  json(response, 200, await graphql({ schema, source: query, variableValues: variables, rootValue: mockRoot(role) }));
}

async function answerSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'DELETE') {
    response.setHeader('set-cookie', 'mock_role=; Path=/; Max-Age=0');
    return json(response, 200, {});
  }
  const { token } = (await bodyOf(request)) as { token: string };
  const role = ROLE_OF_TOKEN[token];
  if (!role) return json(response, 401, { error: { code: 'UNAUTHENTICATED', message: 'No.' } });
  response.setHeader('set-cookie', `mock_role=${role}; Path=/; HttpOnly; SameSite=Strict`);
  json(response, 200, { name: 'root', role });
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}');
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
