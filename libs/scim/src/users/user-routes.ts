import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { RequestContexts } from '../http/request-contexts.js';
import { route, type ScimRoutes } from '../http/routes.js';
import { sendAnswer } from '../http/scim-reply.js';
import { parseListQuery, parseSearchRequest } from '../protocol/index.js';
import { ScimUsers } from './scim-users.js';

@Injectable()
export class UserRoutes implements ScimRoutes {
  constructor(
    private readonly users: ScimUsers,
    private readonly contexts: RequestContexts,
  ) {}

  register(scope: FastifyInstance): void {
    const { users, contexts } = this;
    route(scope, '/Users', {
      GET: async (request, reply) =>
        sendAnswer(reply, await users.list(contexts.of(request), parseListQuery(request.query))),
      POST: async (request, reply) => sendAnswer(reply, await users.create(contexts.of(request), request.body)),
    });
    route(scope, '/Users/.search', {
      POST: async (request, reply) =>
        sendAnswer(reply, await users.list(contexts.of(request), parseSearchRequest(request.body))),
    });
    route(scope, '/Users/:id', {
      GET: async (request, reply) => sendAnswer(reply, await users.get(contexts.of(request), request.params.id)),
      PUT: async (request, reply) =>
        sendAnswer(reply, await users.replace(contexts.of(request), request.params.id, request.body)),
      PATCH: async (request, reply) =>
        sendAnswer(reply, await users.patch(contexts.of(request), request.params.id, request.body)),
      DELETE: async (request, reply) => sendAnswer(reply, await users.delete(contexts.of(request), request.params.id)),
    });
  }
}
