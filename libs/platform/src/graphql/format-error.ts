import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isDatabaseAway } from '../database/errors/is-database-away.js';
import { isUnfitValue } from '../database/errors/sql-state.js';
import { DomainError } from '../errors/domain-error.js';

const log = new Logger('GraphQL');

/** Apollo's error codes for invalid input. */
const INPUT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
]);

/**
 * Converts an error to its form in the response. A domain error gets `extensions.code` and `field`, and `fieldFaults` when several fields
 * are wrong. An unexpected error is logged, and the response does not contain its cause.
 */
export function formatGraphqlError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { message, locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (cause instanceof DomainError) {
    const { code, field, fieldFaults, retryAfterSeconds } = cause;
    return {
      message,
      ...place,
      extensions: {
        code,
        ...(field && { field }),
        ...(fieldFaults && { fieldFaults }),
        ...(retryAfterSeconds && { retryAfterSeconds }),
      },
    };
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && INPUT_CODES.has(code)) {
    const field = formatted.extensions?.['field'];
    return { message, ...place, extensions: { code, ...(typeof field === 'string' && { field }) } };
  }
  log.error(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  if (isUnfitValue(cause)) {
    const message = 'One of the values is out of range or not of the expected form.';
    return { message, ...place, extensions: { code: 'BAD_USER_INPUT' } };
  }
  if (isDatabaseAway(cause)) {
    const message = 'The database is busy or restarting. Retry in a few seconds.';
    return { message, ...place, extensions: { code: 'UNAVAILABLE' } };
  }
  return {
    message: 'Something went wrong on our side; the log has the cause.',
    ...place,
    extensions: { code: 'INTERNAL' },
  };
}
