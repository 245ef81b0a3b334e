import type { Tone } from '../../ui/layout/status';

/** Status codes of the SCIM endpoint, for the filter. */
export const HTTP_STATUS = {
  200: { label: '200 OK' },
  201: { label: '201 Created' },
  204: { label: '204 No Content' },
  400: { label: '400 Bad Request' },
  401: { label: '401 Unauthorized' },
  404: { label: '404 Not Found' },
  409: { label: '409 Conflict' },
  412: { label: '412 Precondition Failed' },
  413: { label: '413 Too Large' },
  429: { label: '429 Too Many Requests' },
  500: { label: '500 Internal Error' },
} as const;

export function statusTone(status: number): Tone {
  if (status >= 500) return 'bad';
  return status >= 400 ? 'warn' : 'ok';
}
