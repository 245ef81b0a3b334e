import { OAuthError } from './oauth-error.js';

export type OAuthParameters = Readonly<Record<string, string | undefined>>;

/**
 * The parameters of a request to an OAuth endpoint: form-encoded (RFC 6749 Appendix B); a flat JSON object is accepted too. Empty values
 * count as absent; a repeated parameter is refused (§3.2).
 * @param body as Fastify parsed it
 * @throws OAuthError invalid_request
 */
export function readParameters(body: unknown): OAuthParameters {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw new OAuthError('invalid_request', 'Send the parameters as application/x-www-form-urlencoded.');
  }
  return readFlat(body);
}

/** Only `scope` is read from the query, because some clients put it there. Credentials in a URL end up in logs (RFC 6749 §2.3.1). */
export function readQuery(query: unknown): { scope: string | undefined } {
  const parameters = readFlat(typeof query === 'object' && query !== null ? query : {});
  for (const secret of ['client_secret', 'client_assertion', 'token']) {
    if (parameters[secret] !== undefined) {
      throw new OAuthError('invalid_request', `Send ${secret} in the body, never in the URL.`);
    }
  }
  return { scope: parameters['scope'] };
}

function readFlat(values: object): OAuthParameters {
  const parameters: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) throw new OAuthError('invalid_request', 'A parameter is given more than once.');
    if (value === null || value === '') continue;
    if (typeof value !== 'string') throw new OAuthError('invalid_request', 'Every parameter is a string.');
    parameters[name] = value;
  }
  return parameters;
}
