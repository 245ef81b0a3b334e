import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { RequestContexts } from '../http/request-contexts.js';
import { type Handler, route, type ScimRoutes } from '../http/routes.js';
import { sendJson } from '../http/scim-reply.js';
import {
  type AttributeSelection,
  type JsonObject,
  listResponse,
  resourceTypeResources,
  schemaResources,
  ScimError,
  serviceProviderConfig,
} from '../protocol/index.js';
import type { ResourceContext } from '../resources/resource-context.js';
import { PROVIDER_ABILITIES } from './provider-abilities.js';

/**
 * ServiceProviderConfig, ResourceTypes and Schemas (RFC 7644 §4). They require the token too, because schemas belong to one integration.
 */
@Injectable()
export class DiscoveryRoutes implements ScimRoutes {
  constructor(private readonly contexts: RequestContexts) {}

  register(scope: FastifyInstance): void {
    route(scope, '/ServiceProviderConfig', {
      GET: async (request, reply) => {
        refuseFilter(request.query);
        const { baseUrl, selection } = await this.contexts.of(request);
        return sendJson(
          reply,
          200,
          JSON.stringify(
            serviceProviderConfig(PROVIDER_ABILITIES, baseUrl, { withPagination: namesPagination(selection) }),
          ),
        );
      },
    });
    this.collection(scope, '/ResourceTypes', ({ schemas, baseUrl }) =>
      resourceTypeResources(schemas.registry, baseUrl),
    );
    this.collection(scope, '/Schemas', ({ schemas, baseUrl }) => schemaResources(schemas.registry, baseUrl));
  }

  private collection(
    scope: FastifyInstance,
    path: string,
    resourcesOf: (context: ResourceContext) => JsonObject[],
  ): void {
    const list: Handler = async (request, reply) => {
      refuseFilter(request.query);
      const resources = resourcesOf(await this.contexts.of(request));
      return sendJson(
        reply,
        200,
        JSON.stringify(listResponse(resources, { totalResults: resources.length, startIndex: 1 })),
      );
    };
    const one: Handler = async (request, reply) => {
      const id = request.params.id.toLowerCase();
      const found = resourcesOf(await this.contexts.of(request)).find(
        (resource) => String(resource.id).toLowerCase() === id,
      );
      if (found === undefined) throw ScimError.notFound(`Nothing is at ${path}/${request.params.id}.`);
      return sendJson(reply, 200, JSON.stringify(found));
    };
    route(scope, path, { GET: list });
    route(scope, `${path}/:id`, { GET: one });
  }
}

/** Whether `attributes` names pagination. */
function namesPagination({ attributes = [] }: AttributeSelection): boolean {
  return attributes.some((name) => /^(?:urn:.*:)?pagination(?:\.|$)/i.test(name));
}

/** RFC 7644 §4: refuses a filter with 403, so that no client mistakes the whole list for a filtered one. */
function refuseFilter(query: Record<string, unknown>): void {
  if ('filter' in query) throw ScimError.forbidden('Discovery endpoints take no filter.');
}
