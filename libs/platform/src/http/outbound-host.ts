import { isIP } from 'node:net';
import { isAllowedHost } from '../config/allowed-host.js';
import { isLoopbackAddress, isPrivateAddress } from './private-address.js';

/** The host of an outgoing request, and whether OKTA_ALLOWED_HOSTS contains it. */
export interface OutboundHost {
  /** Host name, or an IP address without brackets. */
  hostname: string;
  /** True if an entry of OKTA_ALLOWED_HOSTS matches the host and the port. */
  named: boolean;
}

export function outboundHost({ hostname, port, protocol }: URL, allowedHosts: readonly string[]): OutboundHost {
  const effective = port || (protocol === 'http:' ? '80' : undefined);
  return {
    hostname: hostname.replaceAll(/[[\]]/g, ''),
    named: allowedHosts.some((entry) => isAllowedHost(entry, hostname, effective)),
  };
}

/** Whether a host is `localhost` (RFC 6761 §6.3) or a loopback address. */
export function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isLoopbackAddress(hostname);
}

/**
 * Whether a connection to `address` may be opened for this host. A public address is always allowed. A private address is allowed only if
 * OKTA_ALLOWED_HOSTS contains the host, and the host is an IP address itself, or is a name of this machine and the address is loopback.
 * Any other name with a private address is refused, because the owner of the name can change its address.
 */
export function mayConnect({ hostname, named }: OutboundHost, address: string): boolean {
  if (!isPrivateAddress(address)) return true;
  if (!named) return false;
  return isIP(hostname) !== 0 || (isThisMachine(hostname) && isLoopbackAddress(address));
}
