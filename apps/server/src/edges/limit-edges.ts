import { clientNetwork, DomainError, type Metrics } from '@rollcall/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler, RouteOptions } from 'fastify';
import type { Edge } from './edges.js';

/** Holds each edge to its limits, before a body is read. Call before the routes are made. */
export function limitEdges(fastify: FastifyInstance, edges: readonly Edge[], metrics: Metrics): void {
  const refused = metrics.counter({
    name: 'rollcall_rate_limited_total',
    help: 'Requests refused because there were too many.',
    labels: ['edge'],
  });
  const hookOf = (edge: Edge): onRequestHookHandler =>
    async function limitRate(request, reply) {
      try {
        admit(edge, request);
      } catch (error) {
        refused.inc({ edge: edge.prefix });
        if (edge.prefix === '/graphql' && error instanceof DomainError) return refuseGraphql(reply, error);
        throw error;
      }
    };
  const hooks = edges.map((edge) => [edge, hookOf(edge)] as const);
  fastify.addHook('onRoute', (route: RouteOptions) => {
    for (const [{ prefix, bodyLimit }, hook] of hooks) {
      if (!route.url.startsWith(prefix)) continue;
      route.bodyLimit = bodyLimit;
      route.onRequest = [hook, ...[route.onRequest ?? []].flat()];
    }
  });
}

function admit({ byAddress, byCredential }: Edge, request: FastifyRequest): void {
  byAddress.admit(clientNetwork(request.ip));
  const credential = byCredential?.of(request);
  if (credential !== undefined) byCredential?.limit.admit(credential);
}

function refuseGraphql(reply: FastifyReply, { code, message, retryAfterSeconds }: DomainError): FastifyReply {
  return reply
    .status(429)
    .header('retry-after', retryAfterSeconds)
    .send({ errors: [{ message, extensions: { code, retryAfterSeconds } }] });
}
