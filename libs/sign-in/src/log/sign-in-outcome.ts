import { registerEnumType } from '@nestjs/graphql';

export enum SignInOutcome {
  SUCCEEDED = 'SUCCEEDED',
  REFUSED = 'REFUSED',
  ABANDONED = 'ABANDONED',
}

registerEnumType(SignInOutcome, {
  name: 'SignInOutcome',
  valuesMap: {
    SUCCEEDED: { description: 'The client was given a code.' },
    REFUSED: { description: 'A passkey was presented and refused; `reason` says why.' },
    ABANDONED: { description: 'The person went back, or the sign-in expired.' },
  },
});

/** Why a sign-in did not succeed. Stored as text and shown to administrators. */
export type SignInReason =
  /** The passkey is not bound to an identity of this integration. */
  | 'UNKNOWN_PASSKEY'
  | 'PASSKEY_REVOKED'
  | 'IDENTITY_INACTIVE'
  /** The passkey belongs to another person than the one that Okta named. */
  | 'ANOTHER_PERSON'
  /** The assertion is invalid: its signature, origin, user verification or signature counter is wrong. */
  | 'NOT_VERIFIED'
  | 'CHALLENGE_EXPIRED'
  | 'TOO_MANY_TRIES'
  /** The person selected "Back to Okta". */
  | 'WENT_BACK'
  | 'EXPIRED'
  /** The identity or the passkey became invalid after the passkey was verified and before the code was issued. */
  | 'NO_LONGER_ALLOWED';
