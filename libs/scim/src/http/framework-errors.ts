import type { FastifyReply, FastifyRequest } from 'fastify';
import { ScimError } from '../protocol/index.js';
import { sendError } from './scim-reply.js';

/**
 * Answers requests that Fastify's router refuses before any scope: a malformed URL, or a path parameter longer than any resource id. Call
 * it from the server's `frameworkErrors`.
 * @returns the reply; undefined when the URL is not below /scim
 */
export function refuseScimUrl(
  { statusCode }: { statusCode?: number | undefined },
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined {
  if (!/^\/scim(?:[/?]|$)/.test(request.url)) return undefined;
  const path = request.url.split('?')[0];
  return sendError(
    reply,
    statusCode === 400
      ? new ScimError(400, 'The URL is malformed: "%" must be followed by two hexadecimal digits of UTF-8.')
      : ScimError.notFound(`Nothing is at ${path}: ids are shorter.`),
  );
}
