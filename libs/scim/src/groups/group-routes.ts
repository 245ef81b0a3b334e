import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { RequestContexts } from '../http/request-contexts.js';
import { route, type ScimRoutes } from '../http/routes.js';
import { sendAnswer } from '../http/scim-reply.js';
import { parseListQuery, parseSearchRequest } from '../protocol/index.js';
import { ScimGroups } from './scim-groups.js';

@Injectable()
export class GroupRoutes implements ScimRoutes {
  constructor(
    private readonly groups: ScimGroups,
    private readonly contexts: RequestContexts,
  ) {}

  register(scope: FastifyInstance): void {
    const { groups, contexts } = this;
    route(scope, '/Groups', {
      GET: async (request, reply) =>
        sendAnswer(reply, await groups.list(contexts.of(request), parseListQuery(request.query))),
      POST: async (request, reply) => sendAnswer(reply, await groups.create(contexts.of(request), request.body)),
    });
    route(scope, '/Groups/.search', {
      POST: async (request, reply) =>
        sendAnswer(reply, await groups.list(contexts.of(request), parseSearchRequest(request.body))),
    });
    route(scope, '/Groups/:id', {
      GET: async (request, reply) => sendAnswer(reply, await groups.get(contexts.of(request), request.params.id)),
      PUT: async (request, reply) =>
        sendAnswer(reply, await groups.replace(contexts.of(request), request.params.id, request.body)),
      PATCH: async (request, reply) =>
        sendAnswer(reply, await groups.patch(contexts.of(request), request.params.id, request.body)),
      DELETE: async (request, reply) => sendAnswer(reply, await groups.delete(contexts.of(request), request.params.id)),
    });
  }
}
