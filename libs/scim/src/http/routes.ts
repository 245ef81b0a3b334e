import type { FastifyInstance, FastifyReply, HTTPMethods } from 'fastify';
import { ScimError } from '../protocol/index.js';
import type { ScimHttpRequest } from './scim-request.js';

export type Handler = (request: ScimHttpRequest, reply: FastifyReply) => Promise<FastifyReply>;
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A group of routes of one endpoint; providers implement it. */
export interface ScimRoutes {
  register(scope: FastifyInstance): void;
}

/** Maximum bytes of a request body: a full push of a hundred thousand members fits. */
const BODY_LIMIT = 16 * 1024 * 1024;
const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Serves the named methods of a path below the integration's SCIM URL; others are refused before their body is read.
 * @param bodyLimit bytes
 */
export function route(
  scope: FastifyInstance,
  path: string,
  handlers: Readonly<Partial<Record<Method, Handler>>>,
  bodyLimit = BODY_LIMIT,
): void {
  const url = `/v2/:integrationId${path}`;
  const allowed = METHODS.filter((method) => handlers[method] !== undefined);
  for (const method of allowed) {
    const handler: Handler = handlers[method]!;
    scope.route({
      method,
      url,
      bodyLimit,
      handler: (request, reply) => handler(request as ScimHttpRequest, reply),
    });
  }
  const refused: HTTPMethods[] = METHODS.filter((method) => handlers[method] === undefined);
  if (refused.length === 0) return;
  scope.route({
    method: refused,
    url,
    onRequest: async (request, reply) => {
      void reply.header('allow', allowed.join(', '));
      throw new ScimError(405, `${request.method} is not possible here; ${allowed.join(', ')} is.`);
    },
    handler: async () => undefined,
  });
}
