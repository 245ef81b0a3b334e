import { hostname, userInfo } from 'node:os';

/** Who sits at this terminal, `user@host`, as the audit trail takes it. */
export function operator(): string {
  return `${userName()}@${hostname()}`.replaceAll(/[^\w.@+-]/g, '-').slice(0, 100);
}

/** A container may run as a uid that no account has. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
