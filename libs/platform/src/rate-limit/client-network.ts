import ipaddr from 'ipaddr.js';

/** Prefix length of the smallest IPv6 network that one customer has: a limit per address would have no effect. */
const IPV6_PREFIX = 64;

/** The key of a client address in a rate limit: an IPv4 address, or an IPv6 network of 64 bits. */
export function clientNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/${IPV6_PREFIX}`).toString();
}
