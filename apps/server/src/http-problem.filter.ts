import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { assertNever, DomainError, type DomainErrorCode, isDatabaseAway } from '@rollcall/platform';
import type { FastifyReply } from 'fastify';

/**
 * Answers errors of plain HTTP routes with `{ error, message }` and the matching status. SCIM and GraphQL have their
 * own filters.
 */
@Catch()
export class HttpProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(HttpProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() !== 'http') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof DomainError) {
      if (error.retryAfterSeconds !== undefined) void reply.header('retry-after', error.retryAfterSeconds);
      return reply.status(statusOf(error.code)).send({ error: error.code, message: error.message });
    }
    if (error instanceof HttpException) {
      return reply.status(error.getStatus()).send(asProblem(error));
    }
    const status = (error as { statusCode?: unknown } | null)?.statusCode;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      return reply.status(status).send({ error: 'BAD_REQUEST', message: (error as Error).message });
    }
    this.log.error(error);
    if (isDatabaseAway(error)) {
      return reply
        .status(503)
        .header('retry-after', 5)
        .send({ error: 'UNAVAILABLE', message: 'The database is busy or restarting. Retry in a few seconds.' });
    }
    return reply
      .status(500)
      .send({ error: 'INTERNAL', message: 'Something went wrong on our side; the log has the cause.' });
  }
}

function asProblem(error: HttpException): object {
  const response = error.getResponse();
  if (typeof response === 'object') return response;
  return { error: error.getStatus() < 500 ? 'BAD_REQUEST' : 'INTERNAL', message: response };
}

function statusOf(code: DomainErrorCode): number {
  switch (code) {
    case 'UNAUTHENTICATED':
      return 401;
    case 'FORBIDDEN':
      return 403;
    case 'NOT_FOUND':
      return 404;
    case 'CONFLICT':
      return 409;
    case 'BAD_USER_INPUT':
      return 400;
    case 'RATE_LIMITED':
      return 429;
    case 'UNAVAILABLE':
      return 503;
    default:
      return assertNever(code);
  }
}
