import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { assertNever, DomainError, type DomainErrorCode } from '@rollcall/platform';
import type { FastifyReply } from 'fastify';
import { EnrollmentRefused, type EnrollmentRefusal } from '../enrollments/enrollment-refused.js';
import { JSON_HEADERS } from './page-headers.js';

/**
 * Answers errors of the enrollment endpoints with `{ error, message }`, where `error` is an EnrollmentRefusal or the
 * code of a DomainError.
 */
@Catch(DomainError)
export class EnrollmentProblemFilter implements ExceptionFilter<DomainError> {
  catch(error: DomainError, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refused = error instanceof EnrollmentRefused;
    const status = refused ? refusalStatus(error.reason) : domainStatus(error.code);
    void reply
      .status(status)
      .headers(JSON_HEADERS)
      .send({ error: refused ? error.reason : error.code, message: error.message });
  }
}

function domainStatus(code: DomainErrorCode): number {
  if (code === 'BAD_USER_INPUT') return 400;
  return code === 'UNAVAILABLE' ? 503 : 409;
}

/**
 * The HTTP status for a link that cannot be used, or for a failed ceremony. The page of such a link has the same
 * status.
 */
export function refusalStatus(reason: EnrollmentRefusal): number {
  switch (reason) {
    case 'INVALID_RESPONSE':
      return 400;
    case 'SUSPENDED':
      return 403;
    case 'UNKNOWN':
      return 404;
    case 'CEREMONY_EXPIRED':
    case 'ALREADY_ENROLLED':
      return 409;
    case 'USED':
    case 'REPLACED':
    case 'CANCELLED':
    case 'EXPIRED':
      return 410;
    default:
      return assertNever(reason);
  }
}
