import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { CanActivate } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { TenantShare } from '@rollcall/platform';
import { ScimError } from '../protocol/index.js';
import type { RequestLog } from '../request-log/request-log.js';
import type { Throttle } from '../throttle/throttle.js';
import { hasMoreStructure, MAX_STRUCTURE } from './json-structure.js';
import { decodeBody, drain, refuseUnreadable } from './request-body.js';
import type { ScimRoutes } from './routes.js';
import { sendError } from './scim-reply.js';

const MEDIA_TYPES = ['application/scim+json', 'application/json'];

/**
 * Everything under /scim in a Fastify scope of its own: its errors, its 404 and its body parsers can't leak out, nor others' in,
 * and the guard runs before a stranger's body is read.
 */
export function scimScope(
  guard: CanActivate,
  throttle: Throttle,
  share: TenantShare,
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
    const parse = scope.getDefaultJsonParser('error', 'error');
    scope.removeAllContentTypeParsers();
    for (const type of MEDIA_TYPES) {
      scope.addContentTypeParser(type, { parseAs: 'buffer' }, (request, body, done) => {
        if (body.length === 0) return done(null, undefined);
        try {
          const text = decodeBody(body as Buffer);
          if (hasMoreStructure(text)) done(tooMuchStructure());
          else void parse(request, text, done);
        } catch (error) {
          done(error as Error);
        }
      });
    }
    scope.addHook('onRequest', async (request, reply) => {
      if (request.is404) return;
      await throttle.authenticate(request, async () => guard.canActivate(new ExecutionContextHost([request, reply])));
      refuseUnreadable(request, reply);
    });
    scope.addHook('onSend', async (request, reply) => {
      if (reply.statusCode === 413) await drain(request.raw);
    });
    scope.addHook('preHandler', (request, reply) => share.enter(request.scim?.tenantId, reply.raw));
    scope.addHook('onResponse', (request, reply, done) => {
      log.note(request, reply);
      done();
    });
    for (const each of routes) each.register(scope);
  };
}

function tooMuchStructure(): ScimError {
  return ScimError.payloadTooLarge(
    `The body has more than ${MAX_STRUCTURE} arrays, objects and commas. Send fewer members or operations at once.`,
  );
}
