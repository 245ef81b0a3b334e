import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { RequestContexts } from '../http/request-contexts.js';
import { route, type ScimRoutes } from '../http/routes.js';
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
      GET: contexts.answering((context, { query }) => groups.list(context, parseListQuery(query))),
      POST: contexts.answering((context, { body }) => groups.create(context, body)),
    });
    route(scope, '/Groups/.search', {
      POST: contexts.answering((context, { body }) => groups.list(context, parseSearchRequest(body))),
    });
    route(scope, '/Groups/:id', {
      GET: contexts.answering((context, { params }) => groups.get(context, params.id)),
      PUT: contexts.answering((context, { params, body }) => groups.replace(context, params.id, body)),
      PATCH: contexts.answering((context, { params, body }) => groups.patch(context, params.id, body)),
      DELETE: contexts.answering((context, { params }) => groups.delete(context, params.id)),
    });
  }
}
