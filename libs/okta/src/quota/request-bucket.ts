/** Rate limits that concern us: Okta's ("Rate limits", management endpoints), and the one of a SCIM server. */
export type RequestBucket = 'users.write' | 'users.read' | 'users.list' | 'other' | 'scim';

/** Which of Okta's limits a request counts against. */
export function bucketOf(method: string, path: string): RequestBucket {
  if (path === '/api/v1/users') return method === 'GET' ? 'users.list' : 'users.write';
  if (/^\/api\/v1\/users\/[^/]+$/.test(path)) return method === 'GET' ? 'users.read' : 'users.write';
  return 'other';
}
