import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { CanActivate } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { TenantShare } from '@rollcall/platform';
import { ScimError } from './protocol/index.js';
import type { RequestLog } from './request-log/request-log.js';
import type { Throttle } from './throttle/throttle.js';
import type { BodyParser } from './http/body-parser.js';
import { drain, refuseUnreadable } from './http/request-body.js';
import type { ScimRoutes } from './http/routes.js';
import { sendError } from './http/scim-reply.js';

const MEDIA_TYPES = ['application/scim+json', 'application/json'];
/** Status codes after which the rest of the request body is drained. */
const DRAINED = new Set([413, 415, 429]);

/**
 * Everything under /scim in a Fastify scope of its own: its errors, 404 and body parsers are isolated from other routes, and the guard runs
 * before the body is read.
 */
export function scimPlugin(
  guard: CanActivate,
  throttle: Throttle,
  share: TenantShare,
  bodies: BodyParser,
  log: RequestLog,
  routes: readonly ScimRoutes[],
) {
  return async (scope: FastifyInstance): Promise<void> => {
    scope.decorateRequest('scim');
    scope.decorateRequest('scimRefusal');
    scope.setErrorHandler((error, _request, reply) => sendError(reply, error));
    scope.setNotFoundHandler((request, reply) =>
      sendError(
        reply,
        ScimError.notFound(
          `Nothing is at ${request.url.split('?')[0]}. The SCIM URL ends in /scim/v2/<integration id>.`,
        ),
      ),
    );
    const parse = bodies.parserOf(scope);
    scope.removeAllContentTypeParsers();
    for (const type of MEDIA_TYPES) scope.addContentTypeParser(type, { parseAs: 'buffer' }, parse);
    scope.addHook('onRequest', async (request, reply) => {
      if (request.is404) return;
      await throttle.authenticate(request, async () => guard.canActivate(new ExecutionContextHost([request, reply])));
      if (request.scim !== undefined) share.arrive(request.scim.tenantId);
      refuseUnreadable(request, reply);
    });
    scope.addHook('onSend', async (request, reply) => {
      if (DRAINED.has(reply.statusCode)) await drain(request.raw);
    });
    scope.addHook('preHandler', (request, reply) => share.enter(request.scim?.tenantId, reply.raw));
    scope.addHook('onResponse', (request, reply, done) => {
      log.note(request, reply);
      done();
    });
    for (const each of routes) each.register(scope);
  };
}
