/** EdDSA, ES256 and RS256 (IANA COSE Algorithms): what authenticators in use offer. The same list is asked for and verified. */
export const COSE_ALGORITHMS: readonly number[] = [-8, -7, -257];
