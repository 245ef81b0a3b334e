import { memberOf, type ScimJson } from './scim-answer.js';

/**
 * Ways to say in `If-Match` which version a change starts from (RFC 7644 §3.14): as the server returns it; without the `W/`, for servers
 * that compare strongly (RFC 9110 §13.1.1) and still return weak versions; or any version (`*`).
 */
export const PRECONDITIONS = ['TOLD', 'STRONG', 'ANY'] as const;
export type Precondition = (typeof PRECONDITIONS)[number];

const SENDABLE = /^[\x20-\x7e]{1,200}$/;

/**
 * The version of a resource: `meta.version` (RFC 7643 §3.1), else the ETag, which frameworks and gateways may have made of the answer's
 * bytes. Undefined when there is none that a header can hold.
 */
export function versionOf(resource: ScimJson, etag: string | null): string | undefined {
  const meta = memberOf(resource, 'meta');
  const told = typeof meta === 'object' && meta !== null ? memberOf(meta as ScimJson, 'version') : undefined;
  return [told, etag].find((one): one is string => typeof one === 'string' && SENDABLE.test(one));
}

/** The value of `If-Match`; undefined when this version can't be expressed in this way. */
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
