import { isLoopbackAddress, isPrivateAddress } from '@rollcall/directory-integration';
import { DomainError } from '@rollcall/platform';
import { isIP } from 'node:net';

/**
 * The address of an endpoint: https, and no private one. Http is for a loopback host that OKTA_ALLOWED_HOSTS names, in development.
 * @throws DomainError BAD_USER_INPUT, field `url`
 */
export function requireWebhookUrl(input: string, allowedHosts: readonly string[]): URL {
  const url = URL.parse(input.trim());
  if (url === null || url.username !== '' || url.password !== '')
    throw DomainError.badInput('This is no URL for a webhook', 'url');
  if (isAllowedLoopback(url, allowedHosts)) return url;
  const host = url.hostname.replaceAll(/[[\]]/g, '');
  const hidden = host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && !isPublicAddress(host));
  if (url.protocol !== 'https:' || hidden) throw DomainError.badInput('A webhook needs a public https address', 'url');
  return url;
}

export function isAllowedLoopback(url: URL, allowedHosts: readonly string[]): boolean {
  const host = url.hostname.replaceAll(/[[\]]/g, '');
  return (
    isIP(host) !== 0 &&
    isLoopbackAddress(host) &&
    allowedHosts.some((entry) => [url.host, `${url.hostname}:*`].includes(entry))
  );
}

/** Whether a resolved address may be called: a name can lead anywhere, so this is asked of every connection. */
export function isPublicAddress(address: string): boolean {
  return !isPrivateAddress(address) && !isLoopbackAddress(address);
}
