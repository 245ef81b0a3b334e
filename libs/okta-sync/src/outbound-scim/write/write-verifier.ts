import { Injectable } from '@nestjs/common';
import { monotonicNow, sleep } from '@rollcall/platform';
import type { FlagWrite } from './flag-write.js';
import { memberOf, type ScimJson } from '../transport/scim-answer.js';
import { ScimDialects, type ScimDialect } from '../transport/scim-dialects.js';
import { NOT_TAKEN, ScimRequestError, SHOWN_LATE } from '../transport/scim-request-error.js';
import type { ScimServer } from '../transport/scim-server.js';
import { flagOf } from '../users/scim-user.js';
import { ScimUsers } from '../users/scim-users.js';

/** Waits before the reads of a value that is not visible yet. */
const LOOKS_MS = [300, 700, 1_000];
/** If a server shows none of the accepted values for this long, it drops values. Before that, it may show them late. */
const DROPS_AFTER_MS = 10_000;
/** If this number of values in a row is not shown, other forms are tried, even if the form in use has worked before. */
const MAX_LATE = 3;

/**
 * Checks whether a server has stored a value that it accepted. A server may drop attributes that it does not know, or
 * may show a value late.
 */
@Injectable()
export class WriteVerifier {
  constructor(
    private readonly users: ScimUsers,
    private readonly dialects: ScimDialects,
  ) {}

  /**
   * Compares the value with the body of the answer, and reads the user if the body does not show it.
   * @param body body of the answer to the write
   * @param proven true if a value sent in this form has been read back before
   * @throws ScimRequestError if the server shows another value. NOT_TAKEN: another form may work; if none does, the
   * server drops values. SHOWN_LATE: the user must be read again later
   */
  async check(server: ScimServer, write: FlagWrite, body: ScimJson | undefined, proven: boolean): Promise<void> {
    const { id, value } = write;
    const dialect = this.dialects.of(server);
    const resource = body && memberOf(body, 'id') !== undefined ? body : undefined;
    const shown = resource && flagOf(resource, server);
    const doubted = resource ? shown === undefined : !proven;
    // After a write of true, a read shows in which form of answer the server returns the attribute. So the user is also
    // read while this is unknown.
    const look = doubted || (value && dialect.shows === undefined);
    const seen = look ? (await this.users.get(server, id))?.registered : undefined;
    const holds = shown ?? seen;
    if (holds === undefined || holds === value || (await this.showsSoon(server, write, dialect))) {
      delete dialect.late;
      return;
    }
    const summary = `the value ${value} was taken, but it is ${String(holds)}`;
    const code = isLate(dialect, write, proven) ? SHOWN_LATE : NOT_TAKEN;
    throw new ScimRequestError({ kind: 'ERROR', status: 200, code, summary, resetAt: undefined }, 'PATCH');
  }

  /**
   * Reads the user several times.
   * @returns true if the server shows the value within a few seconds. The first wait is as long as the delay of the
   * last late value
   */
  private async showsSoon(
    server: ScimServer,
    { id, value, deadline }: FlagWrite,
    dialect: ScimDialect,
  ): Promise<boolean> {
    const began = monotonicNow();
    const [first = 0, ...others] = LOOKS_MS;
    for (const wait of [dialect.lagMs ?? first, ...others]) {
      if (monotonicNow() + wait > deadline) return false;
      await sleep(wait);
      if ((await this.users.get(server, id))?.registered !== value) continue;
      dialect.lagMs = Math.min(monotonicNow() - began, 1_000);
      return true;
    }
    return false;
  }
}

/**
 * Records the value as late.
 * @returns true if the value may only be late; false if other forms should be tried. A form that has worked before may
 * fail a few times first
 */
function isLate(dialect: ScimDialect, { id, value }: FlagWrite, proven: boolean): boolean {
  const late = (dialect.late ??= { since: monotonicNow(), values: new Map() });
  late.values.set(id, value);
  return proven && late.values.size <= MAX_LATE;
}

/** True if the server may still show its late values. */
export function mayShowLater({ late }: ScimDialect): boolean {
  return late !== undefined && monotonicNow() - late.since < DROPS_AFTER_MS;
}
