import { DomainError } from '../errors/domain-error.js';

const MESSAGE = 'The server is restarting. Retry in a few seconds.';
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Restarting</title><h1>Restarting</h1><p>${MESSAGE}</p></html>\n`;

export const stopping = (): DomainError => DomainError.unavailable(MESSAGE, 5);

/**
 * The answer of a stopping server, status 503. Browsers get a page, OAuth and OpenID Connect clients an error of RFC 6749 §5.2, and other
 * clients the error format of our other HTTP endpoints.
 * @param accept the Accept header of the request
 */
export function stoppingAnswer(
  accept: string | undefined,
  client: 'oauth' | 'other',
): { headers: Record<string, string>; body: string } {
  const isPage = accept?.includes('text/html') === true;
  const error =
    client === 'oauth'
      ? { error: 'temporarily_unavailable', error_description: MESSAGE }
      : { error: 'UNAVAILABLE', message: MESSAGE };
  return {
    headers: {
      'retry-after': String(stopping().retryAfterSeconds),
      'cache-control': 'no-store',
      'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    },
    body: isPage ? PAGE : JSON.stringify(error),
  };
}
