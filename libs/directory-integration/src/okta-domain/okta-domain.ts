import { isIP } from 'node:net';
import { DomainError, isAllowedHost, isPrivateAddress, isThisMachine } from '@rollcall/platform';

/**
 * Domains of customers' Okta orgs: production, preview, EMEA, FedRAMP and DoD cells. The domains of Okta's internal
 * test cells (trexcloud.com, okta-miltest.com) are not included. An operator can allow them in OKTA_ALLOWED_HOSTS.
 */
const PUBLIC_OKTA_DOMAINS = ['okta.com', 'oktapreview.com', 'okta-emea.com', 'okta-gov.com', 'okta.mil'];

/** One DNS label (RFC 1123 §2.1). */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export interface OktaDomain {
  /**
   * The domain as it is stored and displayed: `acme.okta.com`. It has a port only if the port is not the default.
   * Normalizing it again does not change it.
   */
  domain: string;
  /** See `oktaBaseUrl`. */
  baseUrl: string;
}

/**
 * Reads an Okta domain as users paste it: with a scheme, a path, upper case or spaces, or the domain of the admin
 * console (`acme-admin.okta.com`). Accepts only public Okta domains and the entries of OKTA_ALLOWED_HOSTS, because the
 * API token is sent to this domain. The scheme is always https, except for loopback hosts.
 * @throws BAD_USER_INPUT with field `oktaDomain`
 */
export function normalizeOktaDomain(input: string, allowedHosts: readonly string[]): OktaDomain {
  const url = parse(input);
  const hostname = url.hostname.replace(/\.$/, '');
  const loopback = isLoopback(hostname);
  const port = url.port === '' || (url.port === '443' && !loopback) ? undefined : url.port;
  const org = publicOrg(hostname);
  if (org !== undefined && port === undefined) return { domain: org, baseUrl: `https://${org}` };
  if (!allowedHosts.some((entry) => isAllowedHost(entry, hostname, port))) throw refusal(hostname);
  const host = port === undefined ? hostname : `${hostname}:${port}`;
  const domain = loopback && url.protocol === 'https:' ? `https://${host}` : host;
  return { domain, baseUrl: oktaBaseUrl(domain) };
}

/** Origin of a normalized domain, without a trailing slash. The scheme is http only for loopback hosts. */
export function oktaBaseUrl(domain: string): string {
  if (domain.startsWith('https://')) return domain;
  return isLoopback(domain.replace(/:\d+$/, '')) ? `http://${domain}` : `https://${domain}`;
}

function parse(input: string): URL {
  const text = input.replaceAll(/\s/g, '');
  if (text === '') throw invalid('An Okta domain is required, such as acme.okta.com.');
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  let url = parsed(written ? text : `https://${text}`);
  // A loopback host without a scheme gets http, because development servers use http.
  if (!written && url && isLoopback(url.hostname)) url = parsed(`http://${text}`);
  if (!url || url.hostname === '' || !/^https?:$/.test(url.protocol)) {
    throw invalid('This is not a domain. Enter it as in the address bar of Okta, such as acme.okta.com.');
  }
  if (url.username !== '' || url.password !== '') throw invalid('An Okta domain holds no user name or password.');
  return url;
}

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/**
 * `acme-admin.okta.com` and `acme.okta.com` → `acme.okta.com`. Undefined if the host is not exactly one label below a
 * public Okta domain.
 */
function publicOrg(hostname: string): string | undefined {
  const [label = '', ...rest] = hostname.split('.');
  const parent = rest.join('.');
  if (!PUBLIC_OKTA_DOMAINS.includes(parent)) return undefined;
  const org = label.replace(/-admin$/, '');
  return LABEL.test(org) ? `${org}.${parent}` : undefined;
}

function isLoopback(hostname: string): boolean {
  return isThisMachine(hostname.replaceAll(/[[\]]/g, ''));
}

function refusal(hostname: string): DomainError {
  const ip = hostname.replaceAll(/[[\]]/g, '');
  if (hostname === 'localhost' || (isIP(ip) !== 0 && isPrivateAddress(ip))) {
    return invalid(`${hostname} is a private address. Enter the domain of your Okta org, such as acme.okta.com.`);
  }
  return invalid(
    `${hostname} is not a public Okta domain (<org>.${PUBLIC_OKTA_DOMAINS.join(', <org>.')}). ` +
      `For a custom domain of your org, enter its okta.com domain, or ask the operator to add it to OKTA_ALLOWED_HOSTS.`,
  );
}

function invalid(message: string): DomainError {
  return DomainError.badInput(message, 'oktaDomain');
}
