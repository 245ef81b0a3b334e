/**
 * The values of `extensions.code` in the API's errors. The console adds UNREACHABLE if a request got no response
 * from the API.
 */
export type ApiErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL'
  | 'UNREACHABLE';

const CODES: ReadonlySet<string> = new Set<ApiErrorCode>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'UNAVAILABLE',
]);

/** What is wrong with one input field. */
export interface FieldFault {
  field: string;
  message: string;
}

export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: ApiErrorCode,
    message: string,
    /** The input fields that the API refused, each with the reason. */
    readonly faults: readonly FieldFault[] = [],
  ) {
    super(message);
  }

  static unreachable(): ApiError {
    return new ApiError('UNREACHABLE', 'The server did not answer.');
  }
}

export function toApiErrorCode(code: unknown): ApiErrorCode {
  return typeof code === 'string' && isApiErrorCode(code) ? code : 'INTERNAL';
}

function isApiErrorCode(code: string): code is ApiErrorCode {
  return CODES.has(code);
}
