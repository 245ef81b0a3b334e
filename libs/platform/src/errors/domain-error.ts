export type DomainErrorCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'BAD_USER_INPUT' | 'RATE_LIMITED' | 'UNAVAILABLE';

/** What is wrong with one input field. The field has the name that the caller used. */
export interface FieldFault {
  field: string;
  message: string;
}

interface DomainErrorDetail {
  field?: string | undefined;
  fieldFaults?: readonly FieldFault[];
  retryAfterSeconds?: number;
}

/** A request that a service refuses, with a message for the caller. SCIM, GraphQL and ctl each translate every code. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  /** The wrong input field, by the name that the caller used. */
  readonly field: string | undefined;
  /** All wrong fields, if there are several. `field` and the message are those of the first one. */
  readonly fieldFaults: readonly FieldFault[] | undefined;
  /** Whole seconds after which a retry may succeed. Only for RATE_LIMITED and UNAVAILABLE. */
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
