import type { IncomingHttpHeaders } from 'node:http';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether another site's page could have made the browser send this request with our cookie. SameSite=Strict is the first
 * lock, but it treats other ports and subdomains as the same site; a JSON body cannot be sent across origins without a preflight.
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
