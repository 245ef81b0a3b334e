import { Readable } from 'node:stream';
import { DomainError } from '@rollcall/platform';
import type { FastifyReply } from 'fastify';
import type { ScimAnswer } from '../resources/scim-answer.js';
import { toScimError } from './to-scim-error.js';

/** A restart of PostgreSQL takes a few seconds. */
const RETRY_UNAVAILABLE_AFTER_SECONDS = 5;
const SCIM_MEDIA_TYPE = 'application/scim+json; charset=utf-8';

export function sendJson(reply: FastifyReply, status: number, json: string): FastifyReply {
  return reply.code(status).header('content-type', SCIM_MEDIA_TYPE).send(json);
}

export function sendAnswer(reply: FastifyReply, { status, location, etag, body }: ScimAnswer): FastifyReply {
  if (etag !== undefined) void reply.header('etag', etag);
  // Sent with every answer about an existing resource, as in the examples of RFC 7644 §3.4.1 and §3.5.1.
  if (location !== undefined && reply.request.method !== 'DELETE') void reply.header('location', location);
  if (body === undefined) return reply.code(status).send();
  if (typeof body === 'string') return sendJson(reply, status, body);
  return reply.code(status).header('content-type', SCIM_MEDIA_TYPE).send(Readable.from(body));
}

/** Sends every error response under /scim. */
export function sendError(reply: FastifyReply, error: unknown): FastifyReply {
  const scimError = toScimError(error, reply.request.routeOptions.bodyLimit);
  if (error instanceof DomainError && error.retryAfterSeconds !== undefined) {
    void reply.header('retry-after', String(Math.ceil(error.retryAfterSeconds)));
  }
  if (scimError.status === 503 && !reply.hasHeader('retry-after'))
    void reply.header('retry-after', RETRY_UNAVAILABLE_AFTER_SECONDS);
  if (scimError.status === 401 && !reply.hasHeader('www-authenticate'))
    void reply.header('www-authenticate', 'Bearer realm="scim"');
  reply.request.scimRefusal = scimError;
  return sendJson(reply, scimError.status, JSON.stringify(scimError.toBody()));
}
