import type { SignInOutcome } from '../../gql/graphql';
import type { Tone } from '../../ui/layout/status';

export const OUTCOME: Record<SignInOutcome, { tone: Tone; label: string }> = {
  SUCCEEDED: { tone: 'ok', label: 'Signed in' },
  REFUSED: { tone: 'bad', label: 'Refused' },
  ABANDONED: { tone: 'idle', label: 'Not finished' },
};

const REASONS: Readonly<Record<string, string>> = {
  UNKNOWN_PASSKEY: 'The passkey is not bound to anyone in this integration.',
  PASSKEY_REVOKED: 'The passkey was revoked.',
  IDENTITY_INACTIVE: 'The person is not active in the directory.',
  ANOTHER_PERSON: 'The passkey belongs to a different person than the one Okta named.',
  NOT_VERIFIED: 'The passkey’s answer could not be verified.',
  CHALLENGE_EXPIRED: 'The person answered too late.',
  TOO_MANY_TRIES: 'There were too many tries.',
  WENT_BACK: 'The person went back to Okta.',
  EXPIRED: 'The page was left open until the sign-in expired.',
  NO_LONGER_ALLOWED: 'The person or the passkey was deactivated during the sign-in.',
};

/**
 * Why a sign-in did not succeed, as a sentence. A reason that this version of the console does not know is returned
 * unchanged.
 */
export function reasonInWords(reason: string | null | undefined): string | undefined {
  return reason ? (REASONS[reason] ?? reason) : undefined;
}

/** The share of ended sign-ins that succeeded, from 0 to 1; undefined if no sign-in has ended. */
export function successShare({ succeeded, refused }: { succeeded: number; refused: number }): number | undefined {
  const ended = succeeded + refused;
  return ended === 0 ? undefined : succeeded / ended;
}
