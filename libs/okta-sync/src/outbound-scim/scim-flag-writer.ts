import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { REQUEST_MS } from '../write-back/lease.js';
import { PATCH_FORMS, patchBody, type PatchForm } from './patch-form.js';
import { memberOf } from './scim-answer.js';
import { ScimDialects } from './scim-dialects.js';
import { isRefusal, NOT_TAKEN, ScimRequestError } from './scim-request-error.js';
import type { ScimServer } from './scim-server.js';
import { ScimTransport } from './scim-transport.js';
import { flagOf } from './scim-user.js';
import { ScimUsers, userPath } from './scim-users.js';

/** What a server may take until it shows what it has taken. */
const LAG_MS = 1_000;

interface Write {
  id: string;
  value: boolean;
  /** Of all its requests together: the row that it is for is ours no longer. */
  deadline: number;
}

/** Sets the attribute of one user, in the way that the server understands. The first writes are looked at, for a server may drop what it does not know. */
@Injectable()
export class ScimFlagWriter {
  constructor(
    private readonly transport: ScimTransport,
    private readonly users: ScimUsers,
    private readonly dialects: ScimDialects,
  ) {}

  /** @throws ScimRequestError */
  async write(server: ScimServer, id: string, value: boolean): Promise<void> {
    const dialect = this.dialects.of(server);
    const write = { id, value, deadline: performance.now() + REQUEST_MS };
    if (dialect.patch) return this.patchAsBefore(server, write, dialect.patch);
    let refusal: ScimRequestError | undefined;
    for (const form of PATCH_FORMS) {
      try {
        await this.patch(server, write, form);
        dialect.patch = form;
        return;
      } catch (error) {
        if (!isAboutForm(error)) throw error;
        refusal ??= error;
      }
    }
    if (refusal?.answer.kind === 'ERROR' && refusal.answer.code === NOT_TAKEN) {
      await sleep(LAG_MS);
      if ((await this.users.get(server, id))?.registered === value) return;
    }
    throw refusal;
  }

  /** Where that is no use any more, the next write finds out anew. */
  private async patchAsBefore(server: ScimServer, write: Write, form: PatchForm): Promise<void> {
    try {
      await this.patch(server, write, form);
    } catch (error) {
      if (isAboutForm(error)) delete this.dialects.of(server).patch;
      throw error;
    }
  }

  /** @throws ScimRequestError, with NOT_TAKEN when the server took the value and holds another */
  private async patch(server: ScimServer, { id, value, deadline }: Write, form: PatchForm): Promise<void> {
    const request = { method: 'PATCH', path: userPath(id), bucket: 'users.write', deadline } as const;
    const body = await this.transport.send(server, { ...request, body: patchBody(form, server, value) });
    const resource = body && memberOf(body, 'id') !== undefined ? body : undefined;
    const { patch, shows } = this.dialects.of(server);
    const told = resource && flagOf(resource, server);
    const doubted = resource ? told === undefined : patch !== form;
    // Where the attribute is to be seen is learnt best now that it is there.
    const look = doubted || (value && shows === undefined);
    const seen = look ? (await this.users.get(server, id))?.registered : undefined;
    const holds = told ?? seen;
    if (holds === undefined || holds === value) return;
    const summary = `the value ${value} was taken, but it is ${String(holds)}`;
    throw new ScimRequestError({ kind: 'ERROR', status: 200, code: NOT_TAKEN, summary, resetAt: undefined }, 'PATCH');
  }
}

/** Another way of saying it may help. */
function isAboutForm(error: unknown): error is ScimRequestError {
  if (!(error instanceof ScimRequestError) || error.answer.kind !== 'ERROR') return false;
  const { code } = error.answer;
  return code === NOT_TAKEN || (isRefusal(error) && code !== 'mutability');
}
