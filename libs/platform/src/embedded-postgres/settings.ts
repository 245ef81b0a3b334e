/** `full`: committed transactions survive a power failure. `test`: they may be lost, because the server does not wait for the disk. */
export type Durability = 'full' | 'test';

const common = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  synchronous_commit: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %a ',
};

const perDurability: Record<Durability, Record<string, string>> = {
  full: {},
  test: { fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0', max_connections: '200' },
};

/**
 * Command-line arguments of `postgres`. Settings are passed as arguments, so that a new release of Rollcall also changes them for existing
 * clusters.
 */
export function settingsFor(port: number, durability: Durability): string[] {
  const settings = { ...common, ...perDurability[durability], port: String(port) };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
