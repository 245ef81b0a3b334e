import type { RemoteUser } from '../../target/registration-target.js';
import { memberOf, objectsIn, type ScimJson } from '../transport/scim-answer.js';
import { ScimRequestError } from '../transport/scim-request-error.js';
import type { ScimServer } from '../transport/scim-server.js';
import { toRemoteUser } from './scim-user.js';

/** A ListResponse of users (RFC 7644 §3.4.2). */
export interface ScimList {
  users: RemoteUser[];
  /** Undefined if the server returned no plausible number. */
  totalResults: number | undefined;
  nextCursor: string | undefined;
}

/** @throws ScimRequestError if the body is not a ListResponse */
export function toList(body: ScimJson, server: Pick<ScimServer, 'extension' | 'attribute'>): ScimList {
  const resources = memberOf(body, 'Resources');
  const total = memberOf(body, 'totalResults');
  const nextCursor = memberOf(body, 'nextCursor');
  // Some servers return `totalResults` as text.
  const totalResults = /^\d+$/.test(String(total)) ? Number(total) : undefined;
  if (!Array.isArray(resources) && (totalResults === undefined || (resources ?? null) !== null))
    throw new ScimRequestError({ kind: 'NOT_JSON', status: 200, resetAt: undefined }, 'GET');
  return {
    users: objectsIn(resources).map((resource) => toRemoteUser(resource, server)),
    totalResults,
    nextCursor: typeof nextCursor === 'string' && nextCursor !== '' ? nextCursor : undefined,
  };
}
