import { Injectable } from '@nestjs/common';
import { sleep } from '@rollcall/platform';
import type { FlagWrite } from './flag-write.js';
import { memberOf, type ScimJson } from './scim-answer.js';
import { ScimDialects } from './scim-dialects.js';
import { NOT_TAKEN, ScimRequestError } from './scim-request-error.js';
import type { ScimServer } from './scim-server.js';
import { flagOf } from './scim-user.js';
import { ScimUsers } from './scim-users.js';

/** What a server may take until it shows what it has taken. */
const LAG_MS = 1_000;

/** Checks whether a server holds what it accepted, because it may drop what it does not know. */
@Injectable()
export class WriteVerifier {
  constructor(
    private readonly users: ScimUsers,
    private readonly dialects: ScimDialects,
  ) {}

  /**
   * @param body what the server answered
   * @param proven that it holds what it takes in this way
   * @throws ScimRequestError, with NOT_TAKEN when it holds another value
   */
  async check(
    server: ScimServer,
    { id, value }: FlagWrite,
    body: ScimJson | undefined,
    proven: boolean,
  ): Promise<void> {
    const resource = body && memberOf(body, 'id') !== undefined ? body : undefined;
    const told = resource && flagOf(resource, server);
    const doubted = resource ? told === undefined : !proven;
    // Where the server shows the attribute is learned best now that it is there.
    const look = doubted || (value && this.dialects.of(server).shows === undefined);
    const seen = look ? (await this.users.get(server, id))?.registered : undefined;
    const holds = told ?? seen;
    if (holds === undefined || holds === value) return;
    const summary = `the value ${value} was taken, but it is ${String(holds)}`;
    throw new ScimRequestError({ kind: 'ERROR', status: 200, code: NOT_TAKEN, summary, resetAt: undefined }, 'PATCH');
  }

  /** A little later. */
  async holdsNow(server: ScimServer, { id, value }: FlagWrite): Promise<boolean> {
    await sleep(LAG_MS);
    return (await this.users.get(server, id))?.registered === value;
  }
}
