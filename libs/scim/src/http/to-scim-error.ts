import { HttpException, Logger } from '@nestjs/common';
import { assertNever, DomainError, isDatabaseAway, isUnfitValue } from '@rollcall/platform';
import { ScimError } from '../protocol/index.js';

const log = new Logger('Scim');

/**
 * Any failure as a SCIM error (RFC 7644 §3.12). An unexpected failure is logged, and its answer reveals no internals.
 * @param bodyLimit bytes, if the failure may come from reading a body
 */
export function toScimError(error: unknown, bodyLimit?: number): ScimError {
  if (error instanceof ScimError) return error;
  if (error instanceof DomainError) return ofDomain(error);
  const { status, detail } = describe(error);
  if (status >= 400 && status < 500) return ofHttp(status, detail, bodyLimit);
  log.error(error);
  if (isUnfitValue(error))
    return ScimError.invalidValue('One of the values is out of range or not of the expected form.');
  if (isDatabaseAway(error)) return new ScimError(503, 'The directory is busy or restarting. Retry in a few seconds.');
  return new ScimError(
    500,
    'Something went wrong on our side. Retry later; if it stays, give the X-Request-Id to support.',
  );
}

function ofDomain({ code, message, field }: DomainError): ScimError {
  switch (code) {
    case 'UNAUTHENTICATED':
      return ScimError.unauthorized(message);
    case 'FORBIDDEN':
      return ScimError.forbidden(message);
    case 'NOT_FOUND':
      return ScimError.notFound(message);
    case 'CONFLICT':
      return ScimError.uniqueness(message);
    case 'BAD_USER_INPUT':
      return field === 'filter' ? new ScimError(400, message, 'tooMany') : ScimError.invalidValue(message);
    case 'RATE_LIMITED':
      return ScimError.tooManyRequests(message);
    case 'UNAVAILABLE':
      return new ScimError(503, message);
    default:
      return assertNever(code);
  }
}

/** Errors of Fastify (body parser, size, media type) and of guards. */
function ofHttp(status: number, detail: string, bodyLimit: number | undefined): ScimError {
  switch (status) {
    case 400:
      return ScimError.invalidSyntax(`The body could not be read: ${detail}`);
    case 401:
      return ScimError.unauthorized(
        'The token is missing, wrong, expired, revoked, or of another integration. Generate one in Rollcall and enter it in the SCIM application.',
      );
    case 413:
      return ScimError.payloadTooLarge(
        `The body is larger than ${bodyLimit ?? 'what is taken'} bytes, the limit here. Send fewer members or operations at once.`,
      );
    case 415:
      return new ScimError(415, 'The body must be application/scim+json (or application/json).');
    default:
      return new ScimError(status, detail);
  }
}

function describe(error: unknown): { status: number; detail: string } {
  if (error instanceof HttpException) return { status: error.getStatus(), detail: error.message };
  const { statusCode, message } = (error ?? {}) as { statusCode?: unknown; message?: unknown };
  return { status: typeof statusCode === 'number' ? statusCode : 500, detail: String(message) };
}
