import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { RequestContexts } from '../http/request-contexts.js';
import { route, type ScimRoutes } from '../http/routes.js';
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
      GET: contexts.answering((context, { query }) => users.list(context, parseListQuery(query))),
      POST: contexts.answering((context, { body }) => users.create(context, body)),
    });
    route(scope, '/Users/.search', {
      POST: contexts.answering((context, { body }) => users.list(context, parseSearchRequest(body))),
    });
    route(scope, '/Users/:id', {
      GET: contexts.answering((context, { params }) => users.get(context, params.id)),
      PUT: contexts.answering((context, { params, body }) => users.replace(context, params.id, body)),
      PATCH: contexts.answering((context, { params, body }) => users.patch(context, params.id, body)),
      DELETE: contexts.answering((context, { params }) => users.delete(context, params.id)),
    });
  }
}
