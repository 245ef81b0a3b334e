import { isIP } from 'node:net';
import { isAllowedHost } from '../config/allowed-host.js';
import { isLoopbackAddress, isPrivateAddress } from './private-address.js';

/** The host of an outgoing request, and whether the operator allows it. */
export interface OutboundHost {
  /** Without brackets. */
  hostname: string;
  /** True if an entry of OKTA_ALLOWED_HOSTS matches host and port. */
  named: boolean;
}

export function outboundHost({ hostname, port, protocol }: URL, allowedHosts: readonly string[]): OutboundHost {
  const effective = port || (protocol === 'http:' ? '80' : undefined);
  return {
    hostname: hostname.replaceAll(/[[\]]/g, ''),
    named: allowedHosts.some((entry) => isAllowedHost(entry, hostname, effective)),
  };
}

/** `localhost` (RFC 6761 §6.3) or a loopback address. */
export function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isLoopbackAddress(hostname);
}

/**
 * Whether a connection to `address` may be opened for this host. A name must resolve to a public address, even if OKTA_ALLOWED_HOSTS
 * contains it, because its owner controls its DNS. A private address is allowed only for a host in that list that is itself an IP address
 * or this machine.
 */
export function mayConnect({ hostname, named }: OutboundHost, address: string): boolean {
  if (!isPrivateAddress(address)) return true;
  if (!named) return false;
  return isIP(hostname) !== 0 || (isThisMachine(hostname) && isLoopbackAddress(address));
}
