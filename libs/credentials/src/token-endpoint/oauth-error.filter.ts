import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError, isDatabaseAway } from '@rollcall/platform';
import type { FastifyReply } from 'fastify';
import { OAuthError } from './oauth-error.js';

const RETRY_AFTER_SECONDS = 5;

/** Answers every error of the OAuth endpoints in the JSON of RFC 6749 §5.2, whether our code, Nest or Fastify's body parser threw it. */
@Catch()
export class OAuthErrorFilter implements ExceptionFilter {
  private readonly log = new Logger(OAuthErrorFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    this.send(error, host.switchToHttp().getResponse<FastifyReply>());
  }

  send(error: unknown, reply: FastifyReply): void {
    const refusal = asOAuthError(error);
    if (refusal.code === 'server_error') this.log.error(error);
    if (refusal.status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
    if (refusal.status === 401) void reply.header('www-authenticate', 'Basic realm="OAuth", charset="UTF-8"');
    if (refusal.retryAfterSeconds !== undefined) void reply.header('retry-after', refusal.retryAfterSeconds);
    void reply
      .status(refusal.status)
      .headers({ 'cache-control': 'no-store', pragma: 'no-cache', 'content-type': 'application/json; charset=utf-8' })
      .send(refusal.toBody());
  }
}

function asOAuthError(error: unknown): OAuthError {
  if (error instanceof OAuthError) return error;
  if (isDatabaseAway(error) || (error instanceof DomainError && error.code === 'UNAVAILABLE')) {
    return new OAuthError(
      'temporarily_unavailable',
      'The database is busy or restarting. Retry in a few seconds.',
      503,
    );
  }
  if (error instanceof DomainError && error.code === 'RATE_LIMITED') {
    return new OAuthError('temporarily_unavailable', error.message, 429, error.retryAfterSeconds);
  }
  const status = error instanceof HttpException ? error.getStatus() : statusCodeOf(error);
  if (status === 413) return new OAuthError('invalid_request', 'The body is too large.', 413);
  if (status === 415) {
    return new OAuthError('invalid_request', 'Send the parameters as application/x-www-form-urlencoded.', 400);
  }
  if (status !== undefined && status >= 400 && status < 500)
    return new OAuthError('invalid_request', 'The body is malformed.', 400);
  return new OAuthError('server_error', 'Something went wrong on our side.', 500);
}

function statusCodeOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}
