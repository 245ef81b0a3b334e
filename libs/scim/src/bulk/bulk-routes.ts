import { Injectable } from '@nestjs/common';
import { ScimAuthenticator } from '@rollcall/credentials';
import type { FastifyInstance } from 'fastify';
import { PROVIDER_ABILITIES } from '../discovery/provider-abilities.js';
import { RequestContexts } from '../http/request-contexts.js';
import { type Handler, route, type ScimRoutes } from '../http/routes.js';
import { sendJson } from '../http/scim-reply.js';
import { parseBulkRequest } from '../protocol/index.js';
import { ScimBulk } from './scim-bulk.js';

const { maxOperations, maxPayloadSize } = PROVIDER_ABILITIES.bulk;

@Injectable()
export class BulkRoutes implements ScimRoutes {
  constructor(
    private readonly bulk: ScimBulk,
    private readonly contexts: RequestContexts,
    private readonly authenticator: ScimAuthenticator,
  ) {}

  register(scope: FastifyInstance): void {
    const post: Handler = async (request, reply) => {
      const response = await this.bulk.run(
        await this.contexts.of(request),
        parseBulkRequest(request.body, maxOperations),
        () => this.authenticator.recheck(request),
      );
      return sendJson(reply, 200, JSON.stringify(response));
    };
    route(scope, '/Bulk', { POST: post }, maxPayloadSize);
  }
}
