import { DomainError } from '@rollcall/platform';
import type { OktaOrg } from './okta-org.js';

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/;

/**
 * The last gate before credentials leave: https, or http to a loopback host that OKTA_ALLOWED_HOSTS names; never without credentials.
 * @throws DomainError BAD_USER_INPUT
 */
export function assertReachableOrg(org: OktaOrg, allowedHosts: readonly string[]): void {
  const url = URL.parse(org.baseUrl);
  if (url === null) throw DomainError.badInput(`${org.baseUrl} is no URL`, 'oktaDomain');
  const plainAllowed = url.protocol === 'http:' && LOOPBACK.test(url.hostname) && isNamed(url, allowedHosts);
  if (url.protocol !== 'https:' && !plainAllowed)
    throw DomainError.badInput('The Okta org must be reached by https', 'oktaDomain');
  if (org.credentials.mode === 'API_TOKEN' && org.credentials.token.trim() === '')
    throw DomainError.badInput('This integration has no API token', 'apiToken');
}

function isNamed(url: URL, allowedHosts: readonly string[]): boolean {
  return allowedHosts.some((host) => host === url.host || host === url.hostname || host === `${url.hostname}:*`);
}
