import { clientNetwork, DomainError, formatGraphqlError, type Metrics } from '@rollcall/platform';
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  onRequestHookHandler,
  preHandlerAsyncHookHandler,
  RouteOptions,
} from 'fastify';
import type { Edge } from './edges.js';

/**
 * Milliseconds charged to the tenant for parsing and validating one GraphQL operation. The operation's fields are
 * charged later, after they have been counted.
 */
const COST_OF_OPERATION = 4;

/**
 * Applies the limits of its edge to each route, before the body is read. Must be called before routes are registered.
 */
export function limitEdges(fastify: FastifyInstance, edges: readonly Edge[], metrics: Metrics): void {
  const refused = metrics.counter({
    name: 'rollcall_rate_limited_total',
    help: 'Requests refused because there were too many.',
    labels: ['edge'],
  });
  const hookOf = (edge: Edge): onRequestHookHandler =>
    async function limitRate(request, reply) {
      try {
        await admit(edge, request);
      } catch (error) {
        if (error instanceof DomainError && error.code === 'RATE_LIMITED')
          refused.inc({ edge: edge.prefix || 'pages' });
        if (edge.prefix === '/graphql') return refuseGraphql(reply, error);
        throw error;
      }
    };
  const hooks = edges.map((edge) => [edge, hookOf(edge)] as const);
  fastify.addHook('onRoute', (route: RouteOptions) => {
    const [edge, hook] = hooks.find(([{ prefix }]) => route.url.startsWith(prefix)) ?? [];
    if (edge === undefined || hook === undefined) return;
    if (edge.bodyLimit !== undefined) route.bodyLimit = edge.bodyLimit;
    if (edge.share) route.preHandler = [shareHook(edge.share), ...[route.preHandler ?? []].flat()];
    if (edge.byAddress ?? edge.authentication) route.onRequest = [hook, ...[route.onRequest ?? []].flat()];
  });
}

/** Runs after the body has been read, so that a slow upload does not use up its tenant's share. */
function shareHook({ of, tenants }: NonNullable<Edge['share']>): preHandlerAsyncHookHandler {
  return async (request, reply) => {
    try {
      const tenantId = await of(request);
      tenants.arrive(tenantId);
      await tenants.enter(tenantId, reply.raw, COST_OF_OPERATION);
    } catch (error) {
      return refuseGraphql(reply, error);
    }
  };
}

async function admit(edge: Edge, request: FastifyRequest): Promise<void> {
  edge.byAddress?.admit(clientNetwork(request.ip));
  const credential = edge.credentialOf?.(request);
  if (credential !== undefined) edge.byCredential?.admit(credential);
  const { authentication } = edge;
  if (authentication === undefined) return;
  await authentication.anonymous.check({ address: request.ip, credential }, () => authentication.check(request));
}

/** Sends a GraphQL error, with the HTTP status that the same error of a resolver would have. */
function refuseGraphql(reply: FastifyReply, error: unknown): FastifyReply {
  const message = error instanceof Error ? error.message : String(error);
  const answer = formatGraphqlError({ message }, error);
  if (error instanceof DomainError && error.code === 'RATE_LIMITED')
    void reply.status(429).header('retry-after', error.retryAfterSeconds);
  return reply.send({ errors: [answer] });
}
