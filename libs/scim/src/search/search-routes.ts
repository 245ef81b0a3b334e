import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { RequestContexts } from '../http/request-contexts.js';
import { route, type ScimRoutes } from '../http/routes.js';
import { parseListQuery, parseSearchRequest } from '../protocol/index.js';
import { RootSearch } from './root-search.js';

/** Search over all resource types at the root (RFC 7644 §3.4.2.1, §3.4.3). */
@Injectable()
export class SearchRoutes implements ScimRoutes {
  constructor(
    private readonly search: RootSearch,
    private readonly contexts: RequestContexts,
  ) {}

  register(scope: FastifyInstance): void {
    const { search, contexts } = this;
    route(scope, '/.search', {
      POST: contexts.answering((context, { body }) => search.list(context, parseSearchRequest(body))),
    });
    route(scope, '', {
      GET: contexts.answering((context, { query }) => search.list(context, parseListQuery(query))),
    });
  }
}
