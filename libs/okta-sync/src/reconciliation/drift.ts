/** SET_TRUE and SET_FALSE: what Okta should be told; UNKNOWN_USER: true in Okta, not ours; UNLINKED: ours, not in Okta. */
export type DriftKind = 'SET_TRUE' | 'SET_FALSE' | 'UNKNOWN_USER' | 'UNLINKED';

/** A difference, confirmed where it is to be acted on. */
export interface Drift {
  kind: DriftKind;
  identityId: string | null;
  oktaUserId: string | null;
  expected: boolean | null;
  actual: boolean | null;
}
