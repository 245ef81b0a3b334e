import { isIP } from 'node:net';
import { ValidateBy } from 'class-validator';
import ipaddr from 'ipaddr.js';

/** Networks that Fastify knows by name (proxy-addr). */
const NAMED = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** The entries of TRUST_PROXY. */
export function trustedProxies(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/** Addresses and networks only: `true` or a number of hops would believe a header that anybody can send. */
export const IsTrustedProxies = () =>
  ValidateBy({
    name: 'isTrustedProxies',
    validator: {
      validate: (value) => typeof value === 'string' && trustedProxies(value).every(isNetwork),
      defaultMessage: () =>
        'must be addresses or networks of your proxies, such as 10.0.0.0/8, or loopback, linklocal, uniquelocal; separated by commas',
    },
  });

function isNetwork(entry: string): boolean {
  return NAMED.has(entry) || ipaddr.isValidCIDR(entry) || isIP(entry) !== 0;
}
