import { Injectable } from '@nestjs/common';
import type { RemoteUser, RemoteUserPage } from '../target/registration-target.js';
import type { ScimJson } from './scim-answer.js';
import { nextPosition, pageQuery, type PagePosition } from './page-position.js';
import { NO_ENDPOINT, NOT_TAKEN, ScimRequestError } from './scim-request-error.js';
import { attributePath, type ScimServer } from './scim-server.js';
import { ScimTransport, type ScimRequest } from './scim-transport.js';
import { flagOf, toRemoteUser } from './scim-user.js';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The Users endpoint of a SCIM server (RFC 7644 §3). Throws ScimRequestError for answers that are no success. */
@Injectable()
export class ScimUsers {
  constructor(private readonly transport: ScimTransport) {}

  /** `GET /Users/{id}`; undefined when there is no such user. */
  async get(server: ScimServer, id: string): Promise<RemoteUser | undefined> {
    const query = new URLSearchParams({ attributes: shown(server) });
    try {
      const path = `/Users/${encodeURIComponent(id)}?${query}`;
      const resource = await this.transport.send(server, { method: 'GET', path, bucket: 'users.read' });
      const user = resource && toRemoteUser(resource, server);
      return user?.id === id ? user : undefined;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** Those whom `filter=<attribute> eq "<value>"` (RFC 7644 §3.4.2.2) lists; two at most, for then it is not clear who is meant. */
  async findBy(server: ScimServer, attribute: 'externalId' | 'userName', value: string): Promise<RemoteUser[]> {
    const filter = `${attribute} eq ${JSON.stringify(value)}`;
    const query = new URLSearchParams({ filter, count: '2', attributes: shown(server) });
    const { users } = await this.list(server, `/Users?${query}`, 'users.read');
    return users;
  }

  /** `filter=<path> eq true`, one page. */
  async registered(server: ScimServer, position: PagePosition, count?: number): Promise<RemoteUserPage> {
    const query = new URLSearchParams({ filter: `${attributePath(server)} eq true`, attributes: shown(server) });
    const path = `/Users?${query}&${pageQuery(position, count)}`;
    const { users, body } = await this.list(server, path, 'users.list');
    return { users, next: nextPosition(position, body, users.length) };
  }

  /**
   * `PATCH /Users/{id}` with one replace of the one attribute (RFC 7644 §3.5.2). Asked to show what it holds now, a server that drops
   * attributes that it does not know is found out.
   */
  async setFlag(server: ScimServer, id: string, value: boolean): Promise<void> {
    const path = attributePath(server);
    const query = new URLSearchParams({ attributes: path });
    const resource = await this.transport.send(server, {
      method: 'PATCH',
      path: `/Users/${encodeURIComponent(id)}?${query}`,
      body: { schemas: [PATCH_OP], Operations: [{ op: 'replace', path, value }] },
      bucket: 'users.write',
    });
    const told = resource && flagOf(resource, server);
    const holds = told === undefined && resource ? (await this.get(server, id))?.registered : told;
    if (holds === undefined || holds === value) return;
    const summary = `the value ${value} was taken, but it is ${String(holds)}`;
    throw new ScimRequestError({ kind: 'ERROR', status: 200, code: NOT_TAKEN, summary, resetAt: undefined }, 'PATCH');
  }

  private async list(
    server: ScimServer,
    path: string,
    bucket: ScimRequest['bucket'],
  ): Promise<{ users: RemoteUser[]; body: ScimJson }> {
    const body = await this.listResponse(server, path, bucket);
    const { Resources: resources = [] } = body;
    if (!Array.isArray(resources))
      throw new ScimRequestError({ kind: 'NOT_JSON', status: 200, resetAt: undefined }, 'GET');
    return { users: resources.map((resource: ScimJson) => toRemoteUser(resource, server)), body };
  }

  /** 404 of a list means the endpoint, not a user. */
  private async listResponse(server: ScimServer, path: string, bucket: ScimRequest['bucket']): Promise<ScimJson> {
    try {
      const body = await this.transport.send(server, { method: 'GET', path, bucket });
      if (body && typeof body['totalResults'] === 'number') return body;
    } catch (error) {
      if (!isMissing(error)) throw error;
      throw new ScimRequestError({ ...error.answer, code: NO_ENDPOINT }, 'GET');
    }
    throw new ScimRequestError({ kind: 'NOT_JSON', status: 200, resetAt: undefined }, 'GET');
  }
}

type Missing = ScimRequestError & { answer: Extract<ScimRequestError['answer'], { kind: 'ERROR' }> };

function isMissing(error: unknown): error is Missing {
  return error instanceof ScimRequestError && error.answer.kind === 'ERROR' && error.answer.status === 404;
}

function shown(server: ScimServer): string {
  return `userName,externalId,${attributePath(server)}`;
}
