/** RFC 6749 §5.2; from §4.1.2.1 `server_error` for our own failures, `temporarily_unavailable` when a later retry may succeed. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'server_error'
  | 'temporarily_unavailable';

export interface OAuthErrorBody {
  error: OAuthErrorCode;
  error_description: string;
}

/** An error of the token or revocation endpoint. The description contains no quote and no backslash (§5.2). */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';

  constructor(
    readonly code: OAuthErrorCode,
    description: string,
    readonly status: number = code === 'invalid_client' ? 401 : 400,
    readonly retryAfterSeconds?: number,
  ) {
    super(description);
  }

  toBody(): OAuthErrorBody {
    return { error: this.code, error_description: this.message };
  }
}
