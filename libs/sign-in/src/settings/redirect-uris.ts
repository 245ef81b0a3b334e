import { DomainError, isAllowedHost, isThisMachine } from '@rollcall/platform';

/** Okta's callback path for OpenID Connect identity providers. */
export const OKTA_CALLBACK_PATH = '/oauth2/v1/authorize/callback';

const MAX_URIS = 20;
const MAX_LENGTH = 2000;

/**
 * Validates redirect URIs. The URI of a request must be equal to one of them (OAuth 2.1 §2.3). They must use https;
 * only loopback hosts in OKTA_ALLOWED_HOSTS may use http.
 * @throws BAD_USER_INPUT with field `redirectUris`
 */
export function requireRedirectUris(input: readonly string[], allowedHosts: readonly string[]): string[] {
  const uris = [...new Set(input.map((uri) => requireRedirectUri(uri.trim(), allowedHosts)))];
  if (uris.length === 0 || uris.length > MAX_URIS) throw refusal(`Enter 1 to ${MAX_URIS} redirect URIs.`);
  return uris;
}

function requireRedirectUri(input: string, allowedHosts: readonly string[]): string {
  const url = URL.canParse(input) ? new URL(input) : undefined;
  if (!url || input.length > MAX_LENGTH) {
    throw refusal(`"${input.slice(0, 100)}" is not a URL. Okta shows the redirect URI of the identity provider.`);
  }
  if (url.hash !== '' || input.includes('#') || url.username !== '' || url.password !== '') {
    throw refusal('A redirect URI has no fragment and no user name.');
  }
  if (url.protocol === 'https:') return input;
  if (url.protocol === 'http:' && isNamedLoopback(url, allowedHosts)) return input;
  throw refusal('A redirect URI starts with https.');
}

function isNamedLoopback({ hostname, port }: URL, allowedHosts: readonly string[]): boolean {
  return (
    isThisMachine(hostname.replaceAll(/[[\]]/g, '')) &&
    allowedHosts.some((entry) => isAllowedHost(entry, hostname, port || '80'))
  );
}

function refusal(message: string): DomainError {
  return DomainError.badInput(message, 'redirectUris');
}
