export interface TargetRequest {
  /** The host name in the request: a target can have several. */
  host: string;
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

export interface TargetAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: unknown;
}

/** A write of the registration that a request asks for. */
export interface RequestedWrite {
  userId: string;
  value: boolean;
}

/** One user as a target holds them. */
export interface TargetUser {
  readonly id: string;
  /** Okta's login, a SCIM server's userName. */
  readonly login: string;
  readonly externalId: string | null;
  readonly registered: boolean;
  /** Whether writes are refused until the user is reprovisioned. */
  readonly locked: boolean;
  /** Whether every write is refused for good. */
  readonly refused: boolean;
}

/** A server that registrations are written to. */
export interface SimulatedTarget {
  readonly host: string;
  readonly users: readonly TargetUser[];
  /** Whether an identity's external id is the user's id, so that the user is known without reading the target. */
  readonly externalIdIsId: boolean;
  /** Whether a user can be found by external id; otherwise only by name. */
  readonly findsByExternalId: boolean;
  /** The write that the request asks for; undefined if it only reads. */
  writeOf(request: TargetRequest): RequestedWrite | undefined;
  /** @param ignoreWrite answers as if it had carried the write out, without doing so */
  handle(request: TargetRequest, now: number, ignoreWrite?: boolean): TargetAnswer;
  /** The limit that counts a read, write or list of users; undefined when the target says nothing about it. */
  limitOf(request: TargetRequest): { bucket: string; resetAt(now: number): number } | undefined;
  /** Whether the request asks for the first page of a list, or for a later one. */
  pageOf(request: TargetRequest): 'FIRST' | 'LATER' | undefined;
  /** The 429 that the target answers at this time. */
  refuseForRate(now: number): TargetAnswer;
  /** Makes lists endless until this virtual time. */
  loopLists(until: number): void;
  /** Changes the value as another client would. */
  tamper(userId: string, value: boolean, now: number): void;
}
