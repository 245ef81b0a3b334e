import { DomainError, isPrivateAddress, isThisMachine, outboundHost } from '@rollcall/platform';
import { isIP } from 'node:net';

/**
 * The address of an endpoint: https, and no private one. Http is for a loopback host that OKTA_ALLOWED_HOSTS names, in development.
 * Where its name leads is looked at for each connection, by OutboundHttp.
 * @throws DomainError BAD_USER_INPUT, field `url`
 */
export function requireWebhookUrl(input: string, allowedHosts: readonly string[]): URL {
  const url = URL.parse(input.trim());
  if (url === null || url.username !== '' || url.password !== '')
    throw DomainError.badInput('This is no URL for a webhook', 'url');
  const { hostname, named } = outboundHost(url, allowedHosts);
  const here = isThisMachine(hostname);
  if (here && named && /^https?:$/.test(url.protocol)) return url;
  const hidden = here || (isIP(hostname) !== 0 && isPrivateAddress(hostname));
  if (url.protocol !== 'https:' || hidden) throw DomainError.badInput('A webhook needs a public https address', 'url');
  return url;
}
