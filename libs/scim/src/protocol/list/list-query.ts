import { ScimError } from '../errors/scim-error.js';
import type { Filter } from '../filter/filter.js';
import { parseFilter } from '../filter/parse-filter.js';
import { readMembers } from '../messages/read-members.js';
import { requireSchema } from '../resources/require-schema.js';
import type { Sort } from '../sql/compile-sort.js';
import { parseAttributeSelection, type AttributeSelection } from './attribute-selection.js';

export const SEARCH_REQUEST_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

export interface PageLimits {
  /** Used when the client sends no count. */
  readonly defaultCount: number;
  readonly maxCount: number;
}

export const DEFAULT_PAGE_LIMITS: PageLimits = { defaultCount: 100, maxCount: 1000 };

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

type Parameters = Readonly<Partial<Record<(typeof NAMES)[number], unknown>>>;

const NAMES = [
  'filter',
  'sortBy',
  'sortOrder',
  'startIndex',
  'count',
  'cursor',
  'attributes',
  'excludedAttributes',
] as const;

/**
 * Query string as Fastify parses it (string, or string[] when repeated); names in any letter case.
 * @throws ScimError 400 invalidFilter, invalidValue, invalidCount
 */
export function parseListQuery(
  written: Readonly<Record<string, unknown>>,
  limits: PageLimits = DEFAULT_PAGE_LIMITS,
): ListQuery {
  const query: Parameters = readMembers(written, NAMES);
  const filter = text(query, 'filter');
  const sort = parseSort(query);
  const cursor = text(query, 'cursor');
  if (cursor !== undefined && query.startIndex !== undefined)
    throw ScimError.invalidValue('Page by "startIndex" or by "cursor", not by both.');
  return {
    startIndex: Math.max(1, wholeNumber(query, 'startIndex') ?? 1),
    count: parseCount(query, limits, cursor !== undefined),
    ...(filter !== undefined && { filter: parseFilter(filter) }),
    ...(sort && { sort }),
    ...(cursor !== undefined && { cursor }),
    ...parseAttributeSelection(query),
  };
}

/**
 * Body of POST …/.search (RFC 7644 §3.4.3).
 * @throws ScimError 400 invalidSyntax, and the errors of parseListQuery
 */
export function parseSearchRequest(body: unknown, limits: PageLimits = DEFAULT_PAGE_LIMITS): ListQuery {
  return parseListQuery(requireSchema(body, SEARCH_REQUEST_SCHEMA), limits);
}

/** A negative count becomes 0. A count above the maximum becomes the maximum; by cursor it is refused (RFC 9865 §2.1). */
function parseCount(query: Parameters, { defaultCount, maxCount }: PageLimits, byCursor: boolean): number {
  const count = Math.max(0, wholeNumber(query, 'count') ?? defaultCount);
  if (byCursor && count > maxCount) throw ScimError.invalidCount(`"count" must be between 0 and ${maxCount}.`);
  return Math.min(count, maxCount);
}

function parseSort(query: Parameters): Sort | undefined {
  const by = text(query, 'sortBy');
  const order = text(query, 'sortOrder')?.toLowerCase() || 'ascending';
  if (order !== 'ascending' && order !== 'descending')
    throw ScimError.invalidValue('"sortOrder" must be ascending or descending.');
  return by ? { by, order } : undefined;
}

function text(query: Parameters, name: keyof Parameters): string | undefined {
  const value = query[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw name === 'filter'
    ? ScimError.invalidFilter('"filter" must be one string.')
    : ScimError.invalidValue(`"${name}" must be one string.`);
}

function wholeNumber(query: Parameters, name: keyof Parameters): number | undefined {
  const value = query[name];
  if (value === undefined || value === null) return undefined;
  const number = typeof value === 'string' && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : value;
  if (Number.isSafeInteger(number)) return number as number;
  throw ScimError.invalidValue(`"${name}" must be a whole number.`);
}
