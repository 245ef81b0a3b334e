import ipaddr from 'ipaddr.js';

/** Global unicast, RFC 4291 §2.4: all other IPv6 addresses count as private. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** IPv4 addresses embedded in IPv6 (RFC 6052 §2.1). */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address, without brackets, lies outside the public Internet (the special-purpose registries of IANA, RFC 6890). An IPv6
 * address with an embedded IPv4 address (mapped, NAT64, 6to4) is classified by the embedded one. Text that is no IP address counts as
 * private.
 */
export function isPrivateAddress(ip: string): boolean {
  const address = parse(ip);
  if (address === undefined) return true;
  if (address instanceof ipaddr.IPv4) return address.range() !== 'unicast';
  const carried = carriedIPv4(address);
  if (carried) return carried.range() !== 'unicast';
  return address.range() !== 'unicast' || !address.match(PUBLIC_IPV6);
}

/** Whether an IP address, without brackets, is a loopback address. */
export function isLoopbackAddress(ip: string): boolean {
  return parse(ip)?.range() === 'loopback';
}

/** Four-part decimal only, as resolvers return and `URL` normalizes it, not the short forms of `inet_aton`. */
function parse(ip: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(ip)) return ipaddr.IPv4.parse(ip);
  return ipaddr.IPv6.isValid(ip) ? ipaddr.IPv6.parse(ip) : undefined;
}

function carriedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const bytes = address.toByteArray();
  if (address.isIPv4MappedAddress() || address.match(NAT64)) return new ipaddr.IPv4(bytes.slice(12));
  return address.range() === '6to4' ? new ipaddr.IPv4(bytes.slice(2, 6)) : undefined;
}
