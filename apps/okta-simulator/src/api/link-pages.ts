/** Cursor paging by Link headers. Clients follow the link with `rel="next"` and never construct it. */
export interface PageQuery {
  limit?: string;
  after?: string;
}

const MAX_LIMIT = 200;

export function limitOf(query: PageQuery): number {
  const limit = Number(query.limit ?? MAX_LIMIT);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, MAX_LIMIT) : MAX_LIMIT;
}

export function positionOf(query: PageQuery): number {
  if (query.after === undefined) return 0;
  const position = Number(Buffer.from(query.after, 'base64url').toString('utf8').replace(/^p:/, ''));
  return Number.isInteger(position) && position >= 0 ? position : 0;
}

/** The `self` and `next` Link headers of a page; `next` differs from the request only by its cursor. */
export function linkHeaders(baseUrl: string, url: string, next: number | undefined): string[] {
  const self = new URL(url, baseUrl);
  const links = [`<${self.href}>; rel="self"`];
  if (next === undefined) return links;
  self.searchParams.set('after', Buffer.from(`p:${next}`).toString('base64url'));
  return [...links, `<${self.href}>; rel="next"`];
}
