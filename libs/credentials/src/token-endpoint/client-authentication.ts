import type { OAuthParameters } from './oauth-parameters.js';
import { OAuthError } from './oauth-error.js';

export interface ClientAuthentication {
  clientId: string;
  clientSecret: string;
}

/**
 * Reads the client's authentication: client_secret_basic or client_secret_post, exactly one of them (RFC 6749 §2.3.1).
 * @throws OAuthError invalid_client if it is missing or unreadable, invalid_request if both are present
 */
export function readClientAuthentication(
  authorization: string | undefined,
  parameters: OAuthParameters,
): ClientAuthentication {
  const { client_id: clientId, client_secret: clientSecret } = parameters;
  if (authorization === undefined) {
    if (clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret };
    throw new OAuthError('invalid_client', 'Client authentication is required: client_id and client_secret.');
  }
  const basic = readBasic(authorization);
  if (clientSecret !== undefined || (clientId !== undefined && clientId !== basic.clientId)) {
    throw new OAuthError('invalid_request', 'Authenticate the client in the header or in the body, not in both.');
  }
  return basic;
}

/** Id and secret are form-encoded before they are joined (RFC 6749 §2.3.1): a colon or a plus in them arrives as %3A or %2B. */
function readBasic(authorization: string): ClientAuthentication {
  const encoded = /^Basic +([A-Za-z0-9+/_-]+=*) *$/i.exec(authorization)?.[1];
  const [, clientId, clientSecret] =
    /^([^:]+):(.+)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
  if (clientId === undefined || clientSecret === undefined) {
    throw new OAuthError('invalid_client', 'The Authorization header is not HTTP Basic with client id and secret.');
  }
  return { clientId: formDecoded(clientId), clientSecret: formDecoded(clientSecret) };
}

function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new OAuthError('invalid_client', 'Client id or secret is not form-encoded.');
  }
}
