/** What came back from Okta, reduced to what decides the next step. */
export type OktaAnswer =
  | {
      kind: 'ERROR';
      status: number;
      /** `E0000007` and the like; undefined when the body was not Okta's JSON. */
      code: string | undefined;
      summary: string;
      /** When the rate limit's window ends, epoch milliseconds on our clock. */
      resetAt: number | undefined;
    }
  /** A gateway's page, a redirect or an empty body where JSON was due. */
  | { kind: 'NOT_JSON'; status: number; resetAt: number | undefined }
  /** Reset, timeout, DNS or TLS failure: the request may or may not have been carried out. */
  | { kind: 'SILENCE'; cause: string };

/** The one error that the Okta gateways throw for a request that did not succeed. */
export class OktaRequestError extends Error {
  constructor(
    readonly answer: OktaAnswer,
    readonly method: string,
  ) {
    super(describeAnswer(answer));
  }

  /** True when the request may have changed something in Okta although it failed. */
  get mayHaveWritten(): boolean {
    if (this.method === 'GET') return false;
    return this.answer.kind !== 'ERROR' || this.answer.status >= 500;
  }
}

/** One line for an administrator. */
export function describeAnswer(answer: OktaAnswer): string {
  switch (answer.kind) {
    case 'ERROR':
      return `Okta answered ${answer.status}${answer.code ? ` ${answer.code}` : ''}: ${answer.summary}`;
    case 'NOT_JSON':
      return `The Okta domain answered ${answer.status} with something that is not Okta's JSON`;
    case 'SILENCE':
      return `No answer from Okta: ${answer.cause}`;
  }
}
