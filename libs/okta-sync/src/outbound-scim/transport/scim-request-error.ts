import { type TargetAnswer, TargetRequestError } from '@rollcall/okta';

/** Our own error codes, in addition to the `scimType` values of RFC 7644 §3.12. */
export const NO_ENDPOINT = 'no-endpoint';
export const NOT_TAKEN = 'not-taken';
/** The value was accepted and is not visible yet. */
export const SHOWN_LATE = 'shown-late';
/** A version is required, and none of those that the server returned is accepted. */
export const VERSION_REFUSED = 'version-refused';
/** Only a PUT is possible, and without a version it could undo other clients' changes. */
export const UNGUARDED = 'unguarded';
const OURS = new Set([NO_ENDPOINT, NOT_TAKEN, SHOWN_LATE, VERSION_REFUSED, UNGUARDED]);

/** A request to a SCIM server, or to the token endpoint before it, that did not succeed. */
export class ScimRequestError extends TargetRequestError {
  /** @param who subject of the message, such as `The SCIM server` */
  constructor(answer: TargetAnswer, method: string, who = 'The SCIM server') {
    super(answer, method, describe(answer, who));
  }
}

/** The server does not understand or support the request (RFC 7644 §3.12: 400, 501): another form may work. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ScimRequestError && error.answer.kind === 'ERROR' && [400, 501].includes(error.answer.status);
}

type NotTaken = ScimRequestError & { answer: Extract<TargetAnswer, { kind: 'ERROR' }> };

/** True if the server accepted the value but does not store it. */
export function isNotTaken(error: unknown): error is NotTaken {
  return error instanceof ScimRequestError && error.answer.kind === 'ERROR' && error.answer.code === NOT_TAKEN;
}

/** Converts the error for a server that may still show the value later. */
export function shownLate({ answer, method }: NotTaken): ScimRequestError {
  return new ScimRequestError({ ...answer, code: SHOWN_LATE }, method);
}

/** 412 Precondition Failed, 428 Precondition Required (RFC 6585 §3). */
export function asksForVersion(error: unknown): error is ScimRequestError {
  if (!(error instanceof ScimRequestError) || error.answer.kind === 'SILENCE') return false;
  return [412, 428].includes(error.answer.status);
}

/** 428 always means that a version is required. */
export function requiresVersion({ answer }: ScimRequestError): boolean {
  return answer.kind !== 'SILENCE' && answer.status === 428;
}

/** 405 Method Not Allowed, 501 Not Implemented, with or without a SCIM error body. */
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
