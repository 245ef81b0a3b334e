import { ValidateBy } from 'class-validator';
import { commaSeparated } from './comma-separated.js';

/**
 * Accepts hosts only. An entry that can never match, such as a URL, must stop the server at its start instead of failing at the first
 * request.
 */
export const IsAllowedHosts = () =>
  ValidateBy({
    name: 'isAllowedHosts',
    validator: {
      validate: (value) => typeof value === 'string' && commaSeparated(value.toLowerCase()).every(isHostEntry),
      defaultMessage: () =>
        'must be hosts such as login.example.com, *.example.com or 127.0.0.1:*, without https://; separated by commas',
    },
  });

const ENTRY = /^(?<host>\[[\da-f:.]+\]|(?:\*\.)?[\w.-]+)(?::(?<port>\*|\d+))?$/;

/** Whether a lowercase text has the form of an entry in OKTA_ALLOWED_HOSTS. */
export const isHostEntry = (entry: string): boolean => ENTRY.test(entry);

/**
 * Whether an entry of OKTA_ALLOWED_HOSTS matches a host. Entries: `host` (port 443), `host:port`, `host:*` (any port), and `*.example.com`
 * (all subdomains at any depth, but not the domain itself). IPv6 addresses are in brackets.
 * @param hostname in lower case, IPv6 in brackets
 * @param port undefined when the URL has none
 */
export function isAllowedHost(entry: string, hostname: string, port: string | undefined): boolean {
  const match = ENTRY.exec(entry.trim().toLowerCase());
  if (!match?.groups) return false;
  const { host, port: allowedPort = '443' } = match.groups as { host: string; port?: string };
  if (allowedPort !== '*' && allowedPort !== (port ?? '443')) return false;
  return host.startsWith('*.')
    ? hostname.endsWith(host.slice(1)) && hostname.length > host.length - 1
    : hostname === host;
}
