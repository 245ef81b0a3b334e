import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { CanActivate } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ScimError } from '../protocol/index.js';
import type { ScimRoutes } from './routes.js';
import { sendError } from './scim-reply.js';

/** Bytes of a request body: a full push of a hundred thousand members fits. */
const BODY_LIMIT = 16 * 1024 * 1024;
const MEDIA_TYPES = ['application/scim+json', 'application/json'];

/**
 * Everything under /scim in a Fastify scope of its own: its errors, its 404 and its body parsers can't leak out, nor others' in,
 * and the guard runs before a stranger's body is read.
 */
export function scimScope(guard: CanActivate, routes: readonly ScimRoutes[]) {
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
      scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit: BODY_LIMIT }, (request, body, done) => {
        if (body === '') done(null, undefined);
        else void parse(request, body as string, done);
      });
    }
    scope.addHook('onRequest', async (request, reply) => {
      if (!request.is404) await guard.canActivate(new ExecutionContextHost([request, reply]));
    });
    for (const each of routes) each.register(scope);
  };
}

/** The path without its query, which may hold names. */
export function pathOf({ url }: FastifyRequest): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}
