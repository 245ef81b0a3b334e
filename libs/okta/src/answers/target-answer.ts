/** The outcome of an unsuccessful request to a target, reduced to what decides the next step. */
export type TargetAnswer =
  | {
      kind: 'ERROR';
      status: number;
      /** Okta's error code, such as `E0000007`, or a `scimType`; undefined if the body has none. */
      code: string | undefined;
      summary: string;
      /** When a retry is allowed, epoch milliseconds on our clock. */
      resetAt: number | undefined;
    }
  /** A gateway's page, a redirect or an empty body where JSON was expected. */
  | { kind: 'NOT_JSON'; status: number; resetAt: number | undefined }
  /** Connection reset, timeout, DNS or TLS failure: the request may or may not have been carried out. */
  | { kind: 'SILENCE'; cause: string };

/** The one error that targets throw for a request that did not succeed; its message is one line for an administrator. */
export class TargetRequestError extends Error {
  constructor(
    readonly answer: TargetAnswer,
    readonly method: string,
    message: string,
  ) {
    super(message);
  }

  /** True when the failed request may still have changed something at the target. */
  get mayHaveWritten(): boolean {
    if (this.method === 'GET') return false;
    return this.answer.kind !== 'ERROR' || this.answer.status >= 500 || this.answer.status < 300;
  }
}
