/** What a link is good for right now. REPLACED: it was ended by a newer link of the same person, which is still open. */
export type EnrollmentState = 'OPEN' | 'USED' | 'REPLACED' | 'EXPIRED' | 'SUSPENDED';

export interface EnrollmentFacts {
  expires_at: Date;
  used_at: Date | null;
  /** Whether a newer link of the same identity is unused and unexpired. */
  newer_open: boolean;
}

/** A link answers for itself before its owner's account does: a used or dead one never tells that someone is suspended. */
export function enrollmentState(link: EnrollmentFacts, identity: { active: boolean }, now: Date): EnrollmentState {
  if (link.used_at) return 'USED';
  if (link.expires_at <= now) return link.newer_open ? 'REPLACED' : 'EXPIRED';
  return identity.active ? 'OPEN' : 'SUSPENDED';
}
