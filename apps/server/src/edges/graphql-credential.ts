import { hashToken } from '@rollcall/platform';
import { sessionTokenOf } from '@rollcall/tenancy';
import type { FastifyRequest } from 'fastify';

/** What tells one caller of the admin API from another before anybody has looked whether it is good; never the secret itself. */
export function graphqlCredential({ headers }: FastifyRequest): string | undefined {
  const secret = headers.authorization ?? sessionTokenOf(headers.cookie);
  return secret === undefined ? undefined : hashToken(secret).toString('base64');
}
