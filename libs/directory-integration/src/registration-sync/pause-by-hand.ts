const BY_HAND = 'Paused by ';

/** The reason of a manual pause: who paused, and why if they gave a reason. */
export function reasonByHand(name: string, why?: string): string {
  return `${BY_HAND}${name}${why ? `: ${why}` : ''}`;
}

/** Whether only a person may lift this pause: no new token and no cured attribute was what it waited for. */
export function isPausedByHand(reason: string | null | undefined): boolean {
  return reason?.startsWith(BY_HAND) ?? false;
}
