/** The outcome of an unsuccessful request to a target, reduced to the fields on which the next step depends. */
export type TargetAnswer =
  | {
      kind: 'ERROR';
      status: number;
      /** Okta's error code, such as `E0000007`, or a `scimType`; undefined if the body has none. */
      code: string | undefined;
      summary: string;
      /** The earliest time of a retry, in epoch milliseconds of our clock. */
      resetAt: number | undefined;
    }
  /** The body is not the expected JSON: an HTML page of a gateway, a redirect or an empty body. */
  | { kind: 'NOT_JSON'; status: number; resetAt: number | undefined }
  /** No answer because of a connection reset, a timeout, or a DNS or TLS failure. The target may have carried out the request. */
  | { kind: 'SILENCE'; cause: string };

/** The only error that targets throw for an unsuccessful request. Its message is one line for an administrator. */
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
