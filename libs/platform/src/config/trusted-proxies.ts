import { isIP } from 'node:net';
import { ValidateBy } from 'class-validator';
import ipaddr from 'ipaddr.js';
import { commaSeparated } from './comma-separated.js';

/** Names of networks that Fastify understands (package proxy-addr). */
const NAMED = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Accepts addresses and networks only. `true` or a number of hops would make the server trust a header that any client can send. */
export const IsTrustedProxies = () =>
  ValidateBy({
    name: 'isTrustedProxies',
    validator: {
      validate: (value) => typeof value === 'string' && commaSeparated(value).every(isNetwork),
      defaultMessage: () =>
        'must be addresses or networks of your proxies, such as 10.0.0.0/8, or loopback, linklocal, uniquelocal; separated by commas',
    },
  });

function isNetwork(entry: string): boolean {
  return NAMED.has(entry) || ipaddr.isValidCIDR(entry) || isIP(entry) !== 0;
}
