import { type TargetAnswer, TargetRequestError } from '@rollcall/okta';

/** Our own error codes. They are used like the `scimType` values of RFC 7644 §3.12. */
export const NO_ENDPOINT = 'no-endpoint';
export const NOT_TAKEN = 'not-taken';
/** The server accepted the value, but does not show it yet. */
export const SHOWN_LATE = 'shown-late';
/** The server requires a version, and refuses every version that it returned. */
export const VERSION_REFUSED = 'version-refused';
/** Only PUT is possible, and the server has no versions. A PUT could then undo other clients' changes. */
export const UNGUARDED = 'unguarded';
const OURS = new Set([NO_ENDPOINT, NOT_TAKEN, SHOWN_LATE, VERSION_REFUSED, UNGUARDED]);

/** An unsuccessful request to a SCIM server, or to the token endpoint of its credentials. */
export class ScimRequestError extends TargetRequestError {
  /** @param who subject of the message, such as `The SCIM server` */
  constructor(answer: TargetAnswer, method: string, who = 'The SCIM server') {
    super(answer, method, describe(answer, who));
  }
}

/** True if the server does not understand or support the request (RFC 7644 §3.12: 400, 501). Another form of the request may then work. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ScimRequestError && error.answer.kind === 'ERROR' && [400, 501].includes(error.answer.status);
}

type NotTaken = ScimRequestError & { answer: Extract<TargetAnswer, { kind: 'ERROR' }> };

/** True if the server accepted the value but did not store it. */
export function isNotTaken(error: unknown): error is NotTaken {
  return error instanceof ScimRequestError && error.answer.kind === 'ERROR' && error.answer.code === NOT_TAKEN;
}

/** Converts NOT_TAKEN to SHOWN_LATE, for a server that may still show the value later. */
export function shownLate({ answer, method }: NotTaken): ScimRequestError {
  return new ScimRequestError({ ...answer, code: SHOWN_LATE }, method);
}

/** True if the server answered 412 Precondition Failed or 428 Precondition Required (RFC 6585 §3). */
export function asksForVersion(error: unknown): error is ScimRequestError {
  if (!(error instanceof ScimRequestError) || error.answer.kind === 'SILENCE') return false;
  return [412, 428].includes(error.answer.status);
}

/** True for a 428, because it always means that a version is required. A 412 may have another cause. */
export function requiresVersion({ answer }: ScimRequestError): boolean {
  return answer.kind !== 'SILENCE' && answer.status === 428;
}

/** True for 405 Method Not Allowed and 501 Not Implemented, with or without a SCIM error in the body. */
export function isMethodUnknown(error: unknown): boolean {
  if (!(error instanceof ScimRequestError) || error.answer.kind === 'SILENCE') return false;
  return [405, 501].includes(error.answer.status);
}

function describe(answer: TargetAnswer, who: string): string {
  switch (answer.kind) {
    case 'ERROR': {
      const code = answer.code === undefined || OURS.has(answer.code) ? '' : ` ${answer.code}`;
      return `${who} answered ${answer.status}${code}: ${answer.summary}`;
    }
    case 'NOT_JSON':
      return `${who} answered ${answer.status} with something that is not SCIM`;
    case 'SILENCE':
      return `No answer from ${who.charAt(0).toLowerCase()}${who.slice(1)}: ${answer.cause}`;
  }
}
