import { Injectable } from '@nestjs/common';
import { monotonicNow } from '@rollcall/platform';
import type { FlagWrite } from './flag-write.js';
import { PATCH_FORMS, patchBody, type PatchForm } from '../transport/patch-form.js';
import { ScimDialects, type ScimDialect } from '../transport/scim-dialects.js';
import {
  asksForVersion,
  isNotTaken,
  isRefusal,
  requiresVersion,
  ScimRequestError,
  shownLate,
} from '../transport/scim-request-error.js';
import type { ScimServer } from '../transport/scim-server.js';
import { ScimTransport } from '../transport/scim-transport.js';
import { userPath } from '../users/scim-users.js';
import { PRECONDITIONS } from '../transport/scim-version.js';
import { mayShowLater, WriteVerifier } from './write-verifier.js';
import { VersionedUsers, type Change } from './versioned-users.js';

/**
 * After this number of 412 answers to changes without a version, all changes are sent with a version. One 412 is not
 * enough, because a concurrent change may have caused it.
 */
const MAX_REFUSALS = 2;
/** After this time a change is sent without a version again. Each refusal doubles the time. */
const FIRST_MS = 60_000;
const LONGEST_MS = 24 * 3_600_000;

/** Sets the attribute by PATCH (RFC 7644 §3.5.2), in the form that the server understands. */
@Injectable()
export class FlagPatch {
  constructor(
    private readonly transport: ScimTransport,
    private readonly versioned: VersionedUsers,
    private readonly taken: WriteVerifier,
    private readonly dialects: ScimDialects,
  ) {}

  /**
   * Tries all forms, first the one that worked before. If the server refuses all forms, the cause is assumed to be the
   * user.
   * @throws ScimRequestError of the first form
   */
  async write(server: ScimServer, write: FlagWrite): Promise<void> {
    const { patch } = this.dialects.of(server);
    let refusal: ScimRequestError | undefined;
    for (const form of [...PATCH_FORMS].sort((a, b) => Number(b === patch) - Number(a === patch))) {
      try {
        return await this.patch(server, write, form);
      } catch (error) {
        if (!isAboutForm(error)) throw error;
        refusal ??= error;
      }
    }
    if (isNotTaken(refusal) && mayShowLater(this.dialects.of(server))) throw shownLate(refusal);
    throw refusal;
  }

  private async patch(server: ScimServer, write: FlagWrite, form: PatchForm): Promise<void> {
    const dialect = this.dialects.of(server);
    const change = await this.send(server, write, form);
    if (change.kind === 'HELD') return;
    await this.taken.check(server, write, change.body, dialect.patch === form);
    dialect.patch = form;
  }

  /**
   * Sends a version only if the server requires one. A version costs an extra read, and is not needed for an attribute
   * that only we write.
   * @throws ScimRequestError
   */
  private async send(server: ScimServer, { id, deadline, ...rest }: FlagWrite, form: PatchForm): Promise<Change> {
    const dialect = this.dialects.of(server);
    const body = patchBody(form, server, rest.value);
    const request = { method: 'PATCH', path: userPath(id), bucket: 'users.write', deadline, body } as const;
    if (asksPlain(dialect)) {
      try {
        const answer = await this.transport.send(server, request);
        delete dialect.precondition;
        delete dialect.plain;
        return { kind: 'SENT', body: answer };
      } catch (error) {
        if (!asksForVersion(error)) throw error;
        const { refusals = 0, afterMs = FIRST_MS / 2 } = dialect.plain ?? {};
        const longer = Math.min(LONGEST_MS, 2 * afterMs);
        dialect.plain = {
          refusals: refusals + (requiresVersion(error) ? MAX_REFUSALS : 1),
          again: monotonicNow() + longer,
          afterMs: longer,
        };
      }
    }
    return this.versioned.change(server, { id, deadline, ...rest }, PRECONDITIONS, (_, ifMatch) =>
      this.transport.send(server, { ...request, ifMatch }),
    );
  }
}

/** True if the change must be sent without a version. */
function asksPlain({ plain }: ScimDialect): boolean {
  return plain === undefined || plain.refusals < MAX_REFUSALS || plain.again <= monotonicNow();
}

/** True if another form of PATCH may succeed. */
function isAboutForm(error: unknown): error is ScimRequestError {
  if (!(error instanceof ScimRequestError) || error.answer.kind !== 'ERROR') return false;
  return isNotTaken(error) || (isRefusal(error) && error.answer.code !== 'mutability');
}
