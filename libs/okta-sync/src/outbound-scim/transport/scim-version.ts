import { memberOf, type ScimJson } from './scim-answer.js';

/**
 * Forms of the version in `If-Match` (RFC 7644 §3.14): as the server returned it; without the `W/`, for servers that return weak versions
 * but compare strongly (RFC 9110 §13.1.1); or any version (`*`).
 */
export const PRECONDITIONS = ['TOLD', 'STRONG', 'ANY'] as const;
export type Precondition = (typeof PRECONDITIONS)[number];

const SENDABLE = /^[\x20-\x7e]{1,200}$/;

/**
 * The version of a resource: `meta.version` (RFC 7643 §3.1), else the ETag, which a framework or gateway may have computed from the
 * bytes of the answer. Undefined if there is none that can be sent in a header.
 */
export function versionOf(resource: ScimJson, etag: string | null): string | undefined {
  const meta = memberOf(resource, 'meta');
  const told = typeof meta === 'object' && meta !== null ? memberOf(meta as ScimJson, 'version') : undefined;
  return [told, etag].find((one): one is string => typeof one === 'string' && SENDABLE.test(one));
}

/** The value of `If-Match`; undefined if this version cannot be sent in this form. */
export function ifMatch(precondition: Precondition, version: string | undefined): string | undefined {
  switch (precondition) {
    case 'TOLD':
      return version;
    case 'STRONG':
      return version?.startsWith('W/') ? version.slice(2) : undefined;
    case 'ANY':
      return '*';
  }
}
