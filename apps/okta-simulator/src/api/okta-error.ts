import { randomBytes } from 'node:crypto';

/** An error of Okta's API, with code and text from its error reference. */
export class OktaError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    summary: string,
    readonly causes: readonly string[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(summary);
  }

  static validation(field: string, causes: readonly string[] = []): OktaError {
    return new OktaError(400, 'E0000001', `Api validation failed: ${field}`, causes);
  }

  static malformedBody(): OktaError {
    return new OktaError(400, 'E0000003', 'The request body was not well-formed.');
  }

  static invalidSession(): OktaError {
    return new OktaError(403, 'E0000005', 'Invalid session');
  }

  static forbidden(): OktaError {
    return new OktaError(403, 'E0000006', 'You do not have permission to perform the requested action');
  }

  static notFound(what: string, type: string): OktaError {
    return new OktaError(404, 'E0000007', `Not found: Resource not found: ${what} (${type})`);
  }

  static internal(): OktaError {
    return new OktaError(500, 'E0000009', 'Internal Server Error');
  }

  static invalidToken(): OktaError {
    return new OktaError(401, 'E0000011', 'Invalid token provided');
  }

  static masteredElsewhere(): OktaError {
    return new OktaError(403, 'E0000023', 'Operation failed because user profile is mastered under another system');
  }

  static invalidSearch(cause: string): OktaError {
    return new OktaError(400, 'E0000031', 'Invalid search criteria.', [cause]);
  }

  static wrongStatus(): OktaError {
    return new OktaError(403, 'E0000038', "This operation is not allowed in the user's current status.");
  }

  static rateLimited(headers: Readonly<Record<string, string>> = {}): OktaError {
    return new OktaError(429, 'E0000047', 'API call exceeded rate limit due to too many requests.', [], headers);
  }

  static activating(): OktaError {
    return new OktaError(409, 'E0000112', 'Cannot update this user because they are still being activated.');
  }

  toBody(): Record<string, unknown> {
    return {
      errorCode: this.code,
      errorSummary: this.message,
      errorLink: this.code,
      errorId: `oae${randomBytes(15).toString('base64url')}`,
      errorCauses: this.causes.map((errorSummary) => ({ errorSummary })),
    };
  }
}
