import { Injectable } from '@nestjs/common';
import { memberOf, objectsIn, type ScimJson } from '../transport/scim-answer.js';
import { ScimDialects } from '../transport/scim-dialects.js';
import { isRefusal, ScimRequestError } from '../transport/scim-request-error.js';
import { attributePath, type ScimServer } from '../transport/scim-server.js';
import { ScimTransport, type OutboundScimRequest } from '../transport/scim-transport.js';
import { flagOf } from './scim-user.js';

export type ScimRead = Pick<OutboundScimRequest, 'path' | 'query' | 'bucket'>;
/** Awaited before each request; an error prevents the request. */
export type Before = () => Promise<void>;

/**
 * Reads users with the attribute included. Requesting it by name (`attributes`, RFC 7644 §3.9) keeps answers small, but some servers then
 * omit an extension attribute or refuse; from those, whole resources are requested.
 */
@Injectable()
export class ScimReader {
  constructor(
    private readonly transport: ScimTransport,
    private readonly dialects: ScimDialects,
  ) {}

  /** @param before awaited before each request. @throws ScimRequestError */
  async read(server: ScimServer, request: ScimRead, before: Before): Promise<ScimJson> {
    const dialect = this.dialects.of(server);
    if (dialect.shows === 'WHOLE') return this.ask(server, request, before);
    const attributes = `userName,externalId,${attributePath(server)}`;
    const asked = { ...request, query: { ...request.query, attributes } };
    const named = await this.ask(server, asked, before).catch(refusalOnly);
    if (named !== undefined) {
      if (shows(named, server)) dialect.shows = 'NAMED';
      if (dialect.shows === 'NAMED' || resourcesOf(named).length === 0) return named;
    }
    const whole = await this.ask(server, request, before);
    if (named !== undefined && !shows(whole, server)) return named;
    dialect.shows = 'WHOLE';
    return whole;
  }

  private async ask(server: ScimServer, request: ScimRead, before: Before): Promise<ScimJson> {
    await before();
    const body = await this.transport.send(server, { method: 'GET', ...request });
    if (body) return body;
    throw new ScimRequestError({ kind: 'NOT_JSON', status: 204, resetAt: undefined }, 'GET');
  }
}

function refusalOnly(error: unknown): undefined {
  if (!isRefusal(error)) throw error;
}

function shows(body: ScimJson, server: ScimServer): boolean {
  return resourcesOf(body).some((resource) => flagOf(resource, server) !== undefined);
}

/** The resources of a ListResponse, or the single resource. */
function resourcesOf(body: ScimJson): ScimJson[] {
  if (memberOf(body, 'id') !== undefined) return [body];
  return objectsIn(memberOf(body, 'Resources'));
}
