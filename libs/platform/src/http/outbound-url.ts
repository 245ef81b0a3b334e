import { isIP } from 'node:net';
import { DomainError } from '../errors/domain-error.js';
import { isThisMachine, outboundHost } from './outbound-host.js';
import { isPrivateAddress } from './private-address.js';

/**
 * Checks a URL that an administrator enters for our requests. It must be https, and its address must not be private unless
 * OKTA_ALLOWED_HOSTS contains it. http is allowed only for a loopback host in OKTA_ALLOWED_HOSTS, for development. OutboundHttp checks the
 * resolved addresses at each connection.
 * @throws DomainError BAD_USER_INPUT with the field
 */
export function requireOutboundUrl(input: string, allowedHosts: readonly string[], field: string): URL {
  const url = URL.parse(input.trim());
  if (url === null) throw DomainError.badInput('This is no URL.', field);
  if (url.username !== '' || url.password !== '')
    throw DomainError.badInput('A URL holds no user name or password.', field);
  const { hostname, named } = outboundHost(url, allowedHosts);
  const here = isThisMachine(hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here && named))
    throw DomainError.badInput('The address must begin with https://.', field);
  const hidden = here || (isIP(hostname) !== 0 && isPrivateAddress(hostname));
  if (hidden && !named)
    throw DomainError.badInput(`${hostname} is a private address, which only OKTA_ALLOWED_HOSTS can allow.`, field);
  return url;
}
