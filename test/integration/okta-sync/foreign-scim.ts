import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Request } from 'express';
import SCIMMY from 'scimmy';
import { SCIMMYRouters } from 'scimmy-routers';

export const EXTENSION = 'urn:ietf:params:scim:schemas:extension:passkeys:2.0:User';
export const ATTRIBUTE = 'byndidRegistered';

interface Stored {
  id: string;
  userName: string;
  externalId?: string;
  [EXTENSION]?: { [ATTRIBUTE]?: boolean };
}

const users = new Map<string, Stored>();

/**
 * A SCIM server by a third party: SCIMMY (npm), unmodified, with the extension and an in-memory store. A test file can
 * start only one.
 */
export class ForeignScim {
  static readonly token = 'a-foreign-token';
  static readonly basic = { userName: 'rollcall', password: 'pass:word' };
  /** Method and path of each request. The path includes the query. */
  readonly seen: string[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ForeignScim> {
    declareUsers();
    const app = express();
    app.use((request, _, next) => {
      foreign.seen.push(`${request.method} ${request.url}`);
      next();
    });
    const { userName, password } = ForeignScim.basic;
    app.use('/bearer', paged(routers('bearer', `Bearer ${ForeignScim.token}`)));
    app.use('/basic', paged(routers('basic', `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`)));
    app.use('/unpaged', express().use(routers('bearer', `Bearer ${ForeignScim.token}`)));
    const server = await new Promise<Server>((resolve) => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    const foreign = new ForeignScim(server);
    return foreign;
  }

  url(mount: 'bearer' | 'basic' | 'unpaged'): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/${mount}`;
  }

  countOf(method: string): number {
    return this.seen.filter((one) => one.startsWith(`${method} `)).length;
  }

  /** Adds a user. @returns the user's id at this server */
  addUser(userName: string, more: { externalId?: string; registered?: boolean; id?: string } = {}): string {
    const { externalId, registered, id = randomUUID() } = more;
    users.set(id, {
      id,
      userName,
      ...(externalId !== undefined && { externalId }),
      ...(registered !== undefined && { [EXTENSION]: { [ATTRIBUTE]: registered } }),
    });
    return id;
  }

  set(id: string, registered: boolean): void {
    const user = users.get(id);
    if (user) users.set(id, { ...user, [EXTENSION]: { [ATTRIBUTE]: registered } });
  }

  flag(id: string): boolean | undefined {
    return users.get(id)?.[EXTENSION]?.[ATTRIBUTE];
  }

  remove(id: string): void {
    users.delete(id);
  }

  clear(): void {
    users.clear();
    this.seen.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function declareUsers(): void {
  const attributes = [new SCIMMY.Types.Attribute('boolean', ATTRIBUTE)];
  const extension = new SCIMMY.Types.SchemaDefinition('Passkeys', EXTENSION, 'Who has a passkey', attributes);
  SCIMMY.Schemas.User.definition.extend(extension, false);
  SCIMMY.Resources.declare(SCIMMY.Resources.User)
    .ingress((resource, data) => {
      const id = resource.id ?? randomUUID();
      const stored = { ...(data as unknown as Stored), id };
      users.set(id, stored);
      return stored as never;
    })
    .egress((resource) => {
      const found = resource.id === undefined ? [...users.values()] : users.get(resource.id);
      if (!found) throw new Error('no such user');
      if (!Array.isArray(found)) return found as never;
      return (resource.filter ? resource.filter.match(found as never[]) : found) as never;
    });
}

function routers(type: string, authorization: string): SCIMMYRouters {
  const handler = (request: Request): string => {
    if (request.header('authorization') !== authorization) throw new Error('not you');
    return 'rollcall';
  };
  return new SCIMMYRouters({ type, handler });
}

/**
 * scimmy-routers converts startIndex and count to numbers once. Express 5 parses the query again on each access, so the
 * converted numbers are lost without this.
 */
function paged(router: SCIMMYRouters): Express {
  const app = express();
  app.set('query parser', (text: string) => {
    const query: Record<string, string | number> = Object.fromEntries(new URLSearchParams(text));
    for (const name of ['startIndex', 'count']) if (query[name] !== undefined) query[name] = Number(query[name]);
    return query;
  });
  return app.use(router);
}
