/** Data that is stored with a code and its access token, because the OpenID library has no field for it. */
export interface FlowNote {
  passkeyId: string;
  /** The application context from Okta. It is sent back as claims of the ID token. */
  appName?: string;
  appInstanceId?: string;
}

/** The person whose data the claims contain. */
export interface SignedInPerson {
  userName: string;
  displayName: string | null;
  email: string | null;
  givenName: string | null;
  familyName: string | null;
}

/**
 * Notes of the requests in progress. When a request reads a record, its note is kept here for the record that the
 * request then writes.
 */
export class FlowNotes {
  private readonly notes = new WeakMap<object, FlowNote>();
  private readonly people = new WeakMap<object, SignedInPerson>();

  /** @param context of the request */
  of(context: object | undefined): FlowNote | undefined {
    return context && this.notes.get(context);
  }

  set(context: object | undefined, note: FlowNote): void {
    if (context) this.notes.set(context, note);
  }

  /** The person of the record that was read; undefined if the person may no longer sign in. */
  personOf(context: object): SignedInPerson | undefined {
    return this.people.get(context);
  }

  setPerson(context: object | undefined, person: SignedInPerson): void {
    if (context) this.people.set(context, person);
  }
}
