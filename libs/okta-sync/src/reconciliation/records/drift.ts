/** SET_TRUE and SET_FALSE: the value that Okta should hold; UNKNOWN_USER: true in Okta, not ours; UNLINKED: ours, not in Okta. */
export type DriftKind = 'SET_TRUE' | 'SET_FALSE' | 'UNKNOWN_USER' | 'UNLINKED';

/** A difference, confirmed by a read if it will be repaired. */
export interface Drift {
  kind: DriftKind;
  identityId: string | null;
  oktaUserId: string | null;
  expected: boolean | null;
  actual: boolean | null;
}
