import { Injectable } from '@nestjs/common';
import type { FlagWrite } from './flag-write.js';
import { parseExactly, type ScimJson } from '../transport/scim-answer.js';
import { ScimDialects } from '../transport/scim-dialects.js';
import { asksForVersion, ScimRequestError, UNGUARDED, VERSION_REFUSED } from '../transport/scim-request-error.js';
import type { ScimServer } from '../transport/scim-server.js';
import { ScimTransport } from '../transport/scim-transport.js';
import { flagOf } from '../users/scim-user.js';
import { userPath } from '../users/scim-users.js';
import { ifMatch, versionOf, type Precondition } from '../transport/scim-version.js';

/** The whole resource of a user that was read just now. */
export interface WholeUser {
  resource: ScimJson;
  version: string | undefined;
}

/** `HELD`: nothing was sent, because the user already has the value. */
export type Change = { kind: 'HELD' } | { kind: 'SENT'; body: ScimJson | undefined };
type Send = (user: WholeUser, ifMatch: string) => Promise<ScimJson | undefined>;

/** Changes users at servers that require `If-Match` with the version of the user (RFC 7644 §3.14). */
@Injectable()
export class VersionedUsers {
  constructor(
    private readonly transport: ScimTransport,
    private readonly dialects: ScimDialects,
  ) {}

  /**
   * Reads the user, and sends the change with the user's version. The forms in `ways` are tried until the server
   * accepts one.
   * @throws ScimRequestError; with status 412 if another client changed the user in the meantime
   */
  async change(server: ScimServer, write: FlagWrite, ways: readonly Precondition[], send: Send): Promise<Change> {
    const dialect = this.dialects.of(server);
    const user = await this.read(server, write);
    if ((flagOf(user.resource, server) ?? false) === write.value) return { kind: 'HELD' };
    const known = ways.filter((way) => way === dialect.precondition);
    let refusal: ScimRequestError | undefined;
    for (const way of [...known, ...ways.filter((one) => !known.includes(one))]) {
      const version = ifMatch(way, user.version);
      if (version === undefined) continue;
      try {
        const body = await send(user, version);
        dialect.precondition = way;
        return { kind: 'SENT', body };
      } catch (error) {
        if (!asksForVersion(error)) throw error;
        if ((await this.read(server, write)).version !== user.version) throw error;
        refusal ??= error;
      }
    }
    const summary = refusal ? 'it accepts no version that it returns' : 'it returns no version of the user';
    const code = refusal ? VERSION_REFUSED : UNGUARDED;
    throw new ScimRequestError({ kind: 'ERROR', status: 412, code, summary, resetAt: undefined }, 'PATCH');
  }

  private async read(server: ScimServer, { id, deadline, before }: FlagWrite): Promise<WholeUser> {
    await before();
    const request = { method: 'GET', path: userPath(id), bucket: 'users.read', deadline } as const;
    const { text, etag } = await this.transport.exchange(server, request);
    const resource = parseExactly(text);
    if (resource) return { resource, version: versionOf(resource, etag) };
    throw new ScimRequestError({ kind: 'NOT_JSON', status: 204, resetAt: undefined }, 'GET');
  }
}
