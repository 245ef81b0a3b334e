import type { Filter } from '../filter/filter.js';
import type { Sort } from '../sql/compile-sort.js';

export const SEARCH_REQUEST_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

export interface PageLimits {
  /** Used when the client names no count. */
  readonly defaultCount: number;
  readonly maxCount: number;
}

export const DEFAULT_PAGE_LIMITS: PageLimits = { defaultCount: 100, maxCount: 1000 };

export interface AttributeSelection {
  readonly attributes?: readonly string[];
  readonly excludedAttributes?: readonly string[];
}

/** RFC 7644 §3.4.2, RFC 9865 §2. */
export interface ListQuery extends AttributeSelection {
  /** From 1. */
  readonly startIndex: number;
  /** 0 … maxCount; 0 asks for totalResults only. */
  readonly count: number;
  readonly filter?: Filter;
  readonly sort?: Sort;
  /** Set when the client pages by cursor; '' asks for the first page. */
  readonly cursor?: string;
}

/** Query string as Fastify parses it (string, or string[] when repeated). @throws ScimError 400 */
export function parseListQuery(_query: Readonly<Record<string, unknown>>, _limits?: PageLimits): ListQuery {
  throw new Error('not written yet');
}

/** Body of POST …/.search (RFC 7644 §3.4.3). @throws ScimError 400 */
export function parseSearchRequest(_body: unknown, _limits?: PageLimits): ListQuery {
  throw new Error('not written yet');
}

/** `attributes` and `excludedAttributes` of any request's query string (RFC 7644 §3.9). */
export function parseAttributeSelection(_query: Readonly<Record<string, unknown>>): AttributeSelection {
  throw new Error('not written yet');
}
