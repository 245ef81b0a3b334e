import ipaddr from 'ipaddr.js';

/** Global unicast addresses (RFC 4291 §2.4). All other IPv6 addresses count as private. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** The prefix of IPv6 addresses that contain an IPv4 address (RFC 6052 §2.1). */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address, without brackets, is outside the public Internet (the special-purpose registries of IANA, RFC 6890). For an IPv6
 * address that contains an IPv4 address (mapped, NAT64, 6to4), the IPv4 address decides. Text that is not an IP address counts as private.
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

/**
 * Parses an IPv4 address in the form of four decimal numbers, or an IPv6 address. The short IPv4 forms of `inet_aton` are not accepted,
 * because resolvers do not return them and `URL` converts them.
 */
function parse(ip: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(ip)) return ipaddr.IPv4.parse(ip);
  return ipaddr.IPv6.isValid(ip) ? ipaddr.IPv6.parse(ip) : undefined;
}

function carriedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const bytes = address.toByteArray();
  if (address.isIPv4MappedAddress() || address.match(NAT64)) return new ipaddr.IPv4(bytes.slice(12));
  return address.range() === '6to4' ? new ipaddr.IPv4(bytes.slice(2, 6)) : undefined;
}
