import { DomainError } from '@rollcall/platform';

/** Errors that the page shows. Each has its own panel or text. */
export type SignInRefusal =
  | 'EXPIRED'
  | 'COOKIES_BLOCKED'
  | 'TOO_MANY_TRIES'
  | 'INVALID_RESPONSE'
  | 'CHALLENGE_EXPIRED'
  | 'NOT_VERIFIED'
  | 'UNKNOWN_PASSKEY'
  | 'PASSKEY_REVOKED'
  | 'IDENTITY_INACTIVE'
  | 'ANOTHER_PERSON';

interface RefusalDetail {
  /** The address at which the person can start again. */
  backUrl?: string | undefined;
  /** Id of the relying party for which the browser should stop offering the passkey. */
  forgetFor?: string;
}

/** HTTP status and message of each refusal. */
const REFUSALS: Readonly<Record<SignInRefusal, { status: number; message: string }>> = {
  EXPIRED: { status: 410, message: 'This sign-in has ended. Start again in the application.' },
  COOKIES_BLOCKED: { status: 403, message: 'The cookie of this sign-in is missing.' },
  TOO_MANY_TRIES: { status: 429, message: 'Too many tries. Wait a minute.' },
  INVALID_RESPONSE: { status: 400, message: 'This is not the answer of an authenticator.' },
  CHALLENGE_EXPIRED: { status: 409, message: 'That took too long. Try again.' },
  NOT_VERIFIED: { status: 403, message: 'The passkey could not be verified.' },
  UNKNOWN_PASSKEY: { status: 403, message: 'This passkey is not known here.' },
  PASSKEY_REVOKED: { status: 403, message: 'This passkey was revoked.' },
  IDENTITY_INACTIVE: { status: 403, message: 'This account is deactivated.' },
  ANOTHER_PERSON: { status: 403, message: 'This passkey belongs to another account.' },
};

export class SignInRefused extends DomainError {
  readonly backUrl: string | undefined;
  readonly forgetFor: string | undefined;

  constructor(
    readonly reason: SignInRefusal,
    { backUrl, forgetFor }: RefusalDetail = {},
  ) {
    super('FORBIDDEN', REFUSALS[reason].message);
    this.backUrl = backUrl;
    this.forgetFor = forgetFor;
  }

  get status(): number {
    return REFUSALS[this.reason].status;
  }
}
