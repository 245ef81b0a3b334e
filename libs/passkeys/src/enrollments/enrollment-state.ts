/** What a link is good for right now. REPLACED: there is a newer link of the same person, which is still open. */
export type EnrollmentState = 'OPEN' | 'USED' | 'REPLACED' | 'CANCELLED' | 'EXPIRED' | 'SUSPENDED';

export interface EnrollmentFacts {
  expires_at: Date;
  used_at: Date | null;
  cancelled_at: Date | null;
  /** Whether a newer link of the same identity is unused and unexpired. */
  newer_open: boolean;
}

/** A link answers for itself before its owner's account does: a used or dead one never reveals that someone is suspended. */
export function enrollmentState(link: EnrollmentFacts, identity: { active: boolean }, now: Date): EnrollmentState {
  if (link.used_at) return 'USED';
  if (link.cancelled_at || link.expires_at <= now) {
    if (link.newer_open) return 'REPLACED';
    return link.cancelled_at ? 'CANCELLED' : 'EXPIRED';
  }
  return identity.active ? 'OPEN' : 'SUSPENDED';
}
