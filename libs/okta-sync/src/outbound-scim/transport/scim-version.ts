import { memberOf, type ScimJson } from './scim-answer.js';

/**
 * Forms of the version in `If-Match` (RFC 7644 §3.14). `AS_RETURNED`: as the server returned it. `STRONG`: without `W/`,
 * because some servers return weak versions but need strong ones (RFC 9110 §13.1.1). `ANY`: `*`, which matches every
 * version.
 */
export const PRECONDITIONS = ['AS_RETURNED', 'STRONG', 'ANY'] as const;
export type Precondition = (typeof PRECONDITIONS)[number];

const SENDABLE = /^[\x20-\x7e]{1,200}$/;

/**
 * The version of a resource: `meta.version` (RFC 7643 §3.1), or else the ETag. `meta.version` is first, because a
 * framework or gateway may have computed the ETag from the bytes of the answer. Undefined if neither can be sent in a
 * header.
 */
export function versionOf(resource: ScimJson, etag: string | null): string | undefined {
  const meta = memberOf(resource, 'meta');
  const told = typeof meta === 'object' && meta !== null ? memberOf(meta as ScimJson, 'version') : undefined;
  return [told, etag].find((one): one is string => typeof one === 'string' && SENDABLE.test(one));
}

/** The value of `If-Match`. Undefined if the version cannot be sent in this form. */
export function ifMatch(precondition: Precondition, version: string | undefined): string | undefined {
  switch (precondition) {
    case 'AS_RETURNED':
      return version;
    case 'STRONG':
      return version?.startsWith('W/') ? version.slice(2) : undefined;
    case 'ANY':
      return '*';
  }
}
