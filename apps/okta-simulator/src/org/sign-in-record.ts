/** One attempt to sign in through an identity provider, as Okta's System Log shows it ("Authenticate user via IDP"). */
export interface SignInEntry {
  readonly at: number;
  readonly idpId: string;
  /** `PASSWORD`: Okta sent the user to its own sign-in page instead. */
  readonly outcome: 'SUCCESS' | 'FAILURE' | 'PASSWORD';
  readonly login: string | null;
  readonly reason: string | null;
  /** Claims of the ID token; null if no ID token was accepted. */
  readonly claims: Readonly<Record<string, unknown>> | null;
}

const KEPT = 1_000;

/** The last 1,000 attempts. */
export class SignInRecord {
  private entries: SignInEntry[] = [];

  constructor(private readonly now: () => number) {}

  get all(): readonly SignInEntry[] {
    return this.entries;
  }

  add(entry: Omit<SignInEntry, 'at'>): void {
    this.entries = [...this.entries.slice(1 - KEPT), { ...entry, at: this.now() }];
  }
}
