export type DomainErrorCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'BAD_USER_INPUT' | 'RATE_LIMITED' | 'UNAVAILABLE';

/** What is wrong with one input field, in the caller's spelling. */
export interface FieldFault {
  field: string;
  message: string;
}

interface DomainErrorDetail {
  field?: string | undefined;
  fieldFaults?: readonly FieldFault[];
  retryAfterSeconds?: number;
}

/** A refusal of a service, with a message for its caller. Edges (SCIM, GraphQL, ctl) translate the code exhaustively. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  /** The input field at fault, in the caller's spelling. */
  readonly field: string | undefined;
  /** All fields at fault, when there are several; `field` and the message are of the first. */
  readonly fieldFaults: readonly FieldFault[] | undefined;
  /** Whole seconds after which a retry may succeed; RATE_LIMITED and UNAVAILABLE only. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: DomainErrorCode,
    message: string,
    detail: DomainErrorDetail = {},
  ) {
    super(message);
    this.field = detail.field;
    this.fieldFaults = detail.fieldFaults;
    this.retryAfterSeconds = detail.retryAfterSeconds;
  }

  static unauthenticated(message = 'Authentication is required.'): DomainError {
    return new DomainError('UNAUTHENTICATED', message);
  }

  static forbidden(message = 'Your role does not allow this.'): DomainError {
    return new DomainError('FORBIDDEN', message);
  }

  static notFound(what: string, id?: string): DomainError {
    return new DomainError('NOT_FOUND', id === undefined ? `${what} not found.` : `${what} ${id} not found.`);
  }

  static conflict(message: string, field?: string): DomainError {
    return new DomainError('CONFLICT', message, { field });
  }

  static badInput(message: string, field?: string): DomainError {
    return new DomainError('BAD_USER_INPUT', message, { field });
  }

  /** @param faults at least one */
  static badFields(faults: readonly FieldFault[]): DomainError {
    const [{ message, field }] = faults as [FieldFault];
    return new DomainError('BAD_USER_INPUT', message, { field, ...(faults.length > 1 && { fieldFaults: faults }) });
  }

  static rateLimited(message: string, retryAfterSeconds: number): DomainError {
    return new DomainError('RATE_LIMITED', message, { retryAfterSeconds });
  }

  static unavailable(message: string, retryAfterSeconds?: number): DomainError {
    return new DomainError('UNAVAILABLE', message, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
  }
}
