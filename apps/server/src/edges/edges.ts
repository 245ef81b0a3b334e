import { type AppConfig, type Clock, RateLimit } from '@rollcall/platform';
import type { FastifyRequest } from 'fastify';
import { graphqlCredential } from './graphql-credential.js';

const KIB = 1024;
/** Clients that may share an address: an office behind one, or every tenant of Okta's. */
const PER_ADDRESS = 5;

/** A part of our surface that strangers reach, and what a request there may cost. */
export interface Edge {
  /** Of the routes' paths. */
  prefix: string;
  /** Bytes. */
  bodyLimit: number;
  /** From one client address. */
  byAddress: RateLimit;
  /** With one credential, where it stands in a header. */
  byCredential?: { limit: RateLimit; of(request: FastifyRequest): string | undefined };
}

/** SCIM and the OAuth client have limits of their own, in their libraries: by whom they have authenticated. */
export function edgesOf(config: AppConfig, clock: Clock): Edge[] {
  const { signInRateLimit, tokenRateLimit, graphqlRateLimit } = config;
  const limit = (perMinute: number, whose: string) => new RateLimit(perMinute, whose, clock);
  return [
    {
      prefix: '/session',
      bodyLimit: 64 * KIB,
      byAddress: limit(signInRateLimit, 'to sign in from this address'),
    },
    {
      prefix: '/oauth2/',
      bodyLimit: 16 * KIB,
      byAddress: limit(tokenRateLimit * PER_ADDRESS, 'for tokens from this address'),
    },
    {
      prefix: '/graphql',
      bodyLimit: 256 * KIB,
      byAddress: limit(graphqlRateLimit * PER_ADDRESS, 'from this address'),
      byCredential: { limit: limit(graphqlRateLimit, 'with this token'), of: graphqlCredential },
    },
  ];
}
