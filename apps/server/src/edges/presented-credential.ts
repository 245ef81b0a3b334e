import { hashToken } from '@rollcall/platform';
import { sessionTokenOf } from '@rollcall/tenancy';
import type { FastifyRequest } from 'fastify';

/** Distinguishes callers of the admin API before their credential is checked; a digest, never the secret itself. */
export function graphqlCredential({ headers }: FastifyRequest): string | undefined {
  return digestOf(headers.authorization ?? sessionTokenOf(headers.cookie));
}

/** As {@link graphqlCredential}, of an Okta event hook. */
export function eventHookCredential({ headers }: FastifyRequest): string | undefined {
  return digestOf(headers.authorization);
}

function digestOf(secret: string | undefined): string | undefined {
  return secret === undefined ? undefined : hashToken(secret).toString('base64');
}
