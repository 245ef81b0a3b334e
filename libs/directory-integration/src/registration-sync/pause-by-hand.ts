const BY_HAND = 'Paused by ';

/** The reason of a manual pause: who paused, and why if they gave a reason. */
export function reasonByHand(name: string, why?: string): string {
  return `${BY_HAND}${name}${why ? `: ${why}` : ''}`;
}

/** Whether the pause was made by a person; then neither new settings nor a health check may end it. */
export function isPausedByHand(reason: string | null | undefined): boolean {
  return reason?.startsWith(BY_HAND) ?? false;
}
