/** Whether the host is a loopback host, for which the simulated org accepts plain http; a real org never does. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
