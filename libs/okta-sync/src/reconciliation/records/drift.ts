/**
 * SET_TRUE and SET_FALSE: the value that Okta must have. UNKNOWN_USER: a user who is true in Okta and has no identity
 * here. UNLINKED: an identity that has no user in Okta.
 */
export type DriftKind = 'SET_TRUE' | 'SET_FALSE' | 'UNKNOWN_USER' | 'UNLINKED';

/** A difference. One that can be repaired has been confirmed by a read of the target. */
export interface Drift {
  kind: DriftKind;
  identityId: string | null;
  oktaUserId: string | null;
  expected: boolean | null;
  actual: boolean | null;
}
