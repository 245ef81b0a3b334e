export const LIST_RESPONSE_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** RFC 7644 §3.4.2, RFC 9865 §2. */
export interface ListResponse<T> {
  schemas: [typeof LIST_RESPONSE_SCHEMA];
  totalResults: number;
  startIndex?: number;
  itemsPerPage: number;
  nextCursor?: string;
  previousCursor?: string;
  Resources: readonly T[];
}

export interface PageInfo {
  readonly totalResults: number;
  /** Left out of the answer when paging by cursor. */
  readonly startIndex?: number;
  readonly nextCursor?: string;
  readonly previousCursor?: string;
}

export function listResponse<T>(_resources: readonly T[], _page: PageInfo): ListResponse<T> {
  throw new Error('not written yet');
}
