import { Injectable } from '@nestjs/common';
import { memberOf, objectsIn, type ScimJson } from '../transport/scim-answer.js';
import { ScimDialects } from '../transport/scim-dialects.js';
import { isRefusal, ScimRequestError } from '../transport/scim-request-error.js';
import { attributePath, type ScimServer } from '../transport/scim-server.js';
import { ScimTransport, type OutboundScimRequest } from '../transport/scim-transport.js';
import { flagOf } from './scim-user.js';

export type ScimRead = Pick<OutboundScimRequest, 'path' | 'query' | 'bucket'>;
/** Awaited before each request. If it throws, the request is not sent. */
export type Before = () => Promise<void>;

/**
 * Reads users together with the attribute. The request contains the attribute's name (`attributes`, RFC 7644 §3.9),
 * which keeps the answer small. Some servers then omit an extension attribute, or refuse the request. From such a
 * server, whole resources are read.
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

/** The resources of a ListResponse, or the single resource in the body. */
function resourcesOf(body: ScimJson): ScimJson[] {
  if (memberOf(body, 'id') !== undefined) return [body];
  return objectsIn(memberOf(body, 'Resources'));
}
