import type { IncomingHttpHeaders } from 'node:http';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether another site's page could have sent this request with our cookie. SameSite=Strict is the first protection, but it treats other
 * ports and subdomains as the same site. A JSON body cannot be sent cross-origin without a preflight.
 */
export function isForgeable({ method, headers }: { method: string; headers: IncomingHttpHeaders }): boolean {
  if (SAFE_METHODS.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return method === 'POST' && !isJson(headers['content-type']);
}

export function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';', 1)[0]!.trim().toLowerCase() === 'application/json';
}
