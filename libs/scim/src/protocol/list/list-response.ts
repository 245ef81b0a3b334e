export const LIST_RESPONSE_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** RFC 7644 §3.4.2, RFC 9865 §2. */
export interface ListResponse<T> {
  schemas: [typeof LIST_RESPONSE_SCHEMA];
  totalResults: number;
  startIndex?: number;
  itemsPerPage: number;
  nextCursor?: string;
  Resources: readonly T[];
}

export interface PageInfo {
  readonly totalResults: number;
  /** Left out of the answer when paging by cursor. */
  readonly startIndex?: number;
  /** Left out on the last page. */
  readonly nextCursor?: string;
}

/** `Resources` is always present, because Okta requires it. */
export function listResponse<T>(resources: readonly T[], page: PageInfo): ListResponse<T> {
  return {
    schemas: [LIST_RESPONSE_SCHEMA],
    totalResults: page.totalResults,
    ...(page.startIndex !== undefined && { startIndex: page.startIndex }),
    itemsPerPage: resources.length,
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
    Resources: resources,
  };
}
