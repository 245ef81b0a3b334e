/**
 * Whether the host is a loopback host. The simulated org accepts plain http for loopback hosts; a real org never does.
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
