const BY_HAND = 'Paused by ';

/** The stored reason of a pause by an administrator: their name, and their reason if they gave one. */
export function reasonByHand(name: string, why?: string): string {
  return `${BY_HAND}${name}${why ? `: ${why}` : ''}`;
}

/** True if an administrator made the pause. Such a pause ends neither by new settings nor by a health check. */
export function isPausedByHand(reason: string | null | undefined): boolean {
  return reason?.startsWith(BY_HAND) ?? false;
}
