import { DomainError, isThisMachine, outboundHost } from '@rollcall/platform';
import type { OktaOrg } from './okta-org.js';

/**
 * The last check before credentials are sent. The URL must use https; http is allowed only for a loopback host that is
 * listed in OKTA_ALLOWED_HOSTS. An API token must not be empty.
 * @throws DomainError BAD_USER_INPUT
 */
export function assertReachableOrg(org: OktaOrg, allowedHosts: readonly string[]): void {
  const url = URL.parse(org.baseUrl);
  if (url === null) throw DomainError.badInput(`${org.baseUrl} is no URL`, 'oktaDomain');
  const host = outboundHost(url, allowedHosts);
  const plainAllowed = url.protocol === 'http:' && host.named && isThisMachine(host.hostname);
  if (url.protocol !== 'https:' && !plainAllowed)
    throw DomainError.badInput('The Okta org must be reached by https', 'oktaDomain');
  if (org.credentials.mode === 'API_TOKEN' && org.credentials.token.trim() === '')
    throw DomainError.badInput('This integration has no API token', 'apiToken');
}
