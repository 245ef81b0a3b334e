/** The current state of a link. REPLACED: a newer link of the same person is open. */
export type EnrollmentState = 'OPEN' | 'USED' | 'REPLACED' | 'CANCELLED' | 'EXPIRED' | 'SUSPENDED';

export interface EnrollmentFacts {
  expires_at: Date;
  used_at: Date | null;
  cancelled_at: Date | null;
  /** Whether the same identity has a newer link that is unused and not expired. */
  newer_open: boolean;
}

/**
 * The link's own state is checked before its owner's status, so that a used or expired link never reveals that the
 * person is suspended.
 */
export function enrollmentState(link: EnrollmentFacts, identity: { active: boolean }, now: Date): EnrollmentState {
  if (link.used_at) return 'USED';
  if (link.cancelled_at || link.expires_at <= now) {
    if (link.newer_open) return 'REPLACED';
    return link.cancelled_at ? 'CANCELLED' : 'EXPIRED';
  }
  return identity.active ? 'OPEN' : 'SUSPENDED';
}
