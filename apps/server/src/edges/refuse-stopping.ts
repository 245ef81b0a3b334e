import { formatGraphqlError, stopping, stoppingAnswer } from '@rollcall/platform';
import { refuseScim } from '@rollcall/scim';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers a request that arrives while the server stops: 503 in the shape of its protocol. */
export function refuseStopping({ url, headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = stopping();
  if (/^\/+scim(?:[/?]|$)/.test(url)) return refuseScim(reply, error);
  const { headers: answered, body } = stoppingAnswer(headers.accept, url.startsWith('/oauth2/') ? 'oauth' : 'other');
  void reply.status(503).headers(answered);
  if (!/^\/graphql(?:[/?]|$)/.test(url)) return reply.send(body);
  return reply
    .type('application/json; charset=utf-8')
    .send({ errors: [formatGraphqlError({ message: error.message }, error)] });
}
