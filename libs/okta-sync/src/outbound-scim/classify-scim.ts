import type { TargetRequestError } from '@rollcall/okta';
import type { Decision } from '../target/decision.js';
import { NO_ENDPOINT, NOT_TAKEN, SHOWN_LATE, UNGUARDED, VERSION_REFUSED } from './transport/scim-request-error.js';
import { attributePath, type ScimServer } from './transport/scim-server.js';

const MINUTE_MS = 60_000;
/** If a written value is not visible yet, the user is read again after this time. */
const LATE_MS = 3_000;

/**
 * Decides what to do after an unsuccessful write of one user's attribute, by the SCIM error (RFC 7644 §3.12).
 * @param now epoch milliseconds
 */
export function classifyScim(
  { answer, message: note }: TargetRequestError,
  server: Pick<ScimServer, 'extension' | 'attribute'>,
  now: number,
): Decision {
  if (answer.kind === 'SILENCE') return { action: 'RETRY', minDelayMs: 0, note };
  const { status, resetAt } = answer;
  if (status === 401)
    return { action: 'PAUSE', note: `${note}. The credentials are not accepted: give this integration new ones` };
  if (status === 429) return { action: 'HOLD', until: resetAt ?? now + MINUTE_MS, note };
  if (status === 405 || status === 501)
    return { action: 'PAUSE', note: `${note}. The server must support PATCH or PUT, and filter` };
  if (answer.kind === 'NOT_JSON' || status >= 500)
    return { action: 'RETRY', minDelayMs: resetAt === undefined ? 0 : resetAt - now, note };
  return classifyError(answer.status, answer.code, note, server);
}

function classifyError(
  status: number,
  code: string | undefined,
  note: string,
  server: Pick<ScimServer, 'extension' | 'attribute'>,
): Decision {
  switch (code) {
    case NO_ENDPOINT:
      return { action: 'PAUSE', note: `${note}. There are no users at this address: check the base URL` };
    case UNGUARDED:
      return {
        action: 'PAUSE',
        note: `${note}. Only PUT is left, which could undo other clients' changes: switch on PATCH there, or versions (ETags)`,
      };
    case VERSION_REFUSED: {
      const hint = `${note}. Changes must name a version (If-Match) there`;
      return {
        action: 'PARK',
        privilege: false,
        note: hint,
        several: { note: `${hint}: see why it refuses the versions that it returns`, people: 5 },
      };
    }
    case SHOWN_LATE:
      return { action: 'RETRY', minDelayMs: LATE_MS, note: `${note}. The user is read again in a few seconds` };
    case NOT_TAKEN:
      return {
        action: 'PAUSE',
        note: `${note}. The server must have a writable boolean ${attributePath(server)} for users`,
      };
  }
  switch (status) {
    case 400:
      return { action: 'INSPECT_ATTRIBUTE', note };
    case 403:
      return { action: 'PARK', privilege: true, note };
    case 404:
    case 410:
      return { action: 'UNLINK', note };
    case 408:
    case 409:
    case 412:
    case 425:
      return { action: 'RETRY', minDelayMs: 0, note };
    default:
      return { action: 'PARK', privilege: false, note };
  }
}
