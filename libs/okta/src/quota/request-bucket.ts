/** The rate limits that we track: Okta's ("Rate limits", management endpoints), and one for SCIM servers. */
export type RequestBucket = 'users.write' | 'users.read' | 'users.list' | 'other' | 'scim';

/** The limit in Okta that a request counts against. */
export function bucketOf(method: string, path: string): RequestBucket {
  if (path === '/api/v1/users') return method === 'GET' ? 'users.list' : 'users.write';
  if (/^\/api\/v1\/users\/[^/]+$/.test(path)) return method === 'GET' ? 'users.read' : 'users.write';
  return 'other';
}
