import ipaddr from 'ipaddr.js';

/**
 * Prefix length of the smallest IPv6 network that a provider gives to one customer. The limit is per network, because a client can change
 * its address within it.
 */
const IPV6_PREFIX = 64;

/** The key of a client in a rate limit: the IPv4 address, or the first 64 bits of the IPv6 address. */
export function clientNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/${IPV6_PREFIX}`).toString();
}
