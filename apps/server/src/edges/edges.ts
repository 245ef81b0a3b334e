import type { INestApplicationContext } from '@nestjs/common';
import { EventHooks } from '@rollcall/okta-sync';
import { AppConfig, AnonymousLimit, Clock, DomainError, RateLimit, TenantShare, hashToken } from '@rollcall/platform';
import { AdminAuthenticator, sessionTokenOf } from '@rollcall/tenancy';
import type { FastifyRequest } from 'fastify';

const KIB = 1024;
/**
 * Assumed number of clients behind one address, such as the people of an office, or the tenants whose Okta orgs share
 * an address.
 */
const PER_ADDRESS = 5;
/** Maximum bytes of one Okta event hook delivery; deliveries usually have tens of kilobytes. */
const EVENT_HOOK_BODY = 512 * KIB;

/** A group of HTTP routes with their limits. */
export interface Edge {
  /** Prefix of the routes' paths. */
  prefix: string;
  /** Maximum size of a body in bytes; defaults to the server's limit. */
  bodyLimit?: number;
  /** Limit per client address. */
  byAddress?: RateLimit;
  /** A digest of the credential in the request's header. */
  credentialOf?: (request: FastifyRequest) => string | undefined;
  /** Limit per credential. */
  byCredential?: RateLimit;
  /** Authenticates a request before its body is read. */
  authentication?: {
    anonymous: AnonymousLimit;
    /** @throws DomainError */
    check(request: FastifyRequest): Promise<unknown>;
  };
  /** Limits a tenant to its share of this process. `of` finds the tenant of a request. */
  share?: { of(request: FastifyRequest): Promise<string>; tenants: TenantShare };
}

/**
 * The edges, with the most specific prefix first. The SCIM and OAuth libraries additionally limit each authenticated
 * client.
 */
export function edgesOf(app: INestApplicationContext): Edge[] {
  const config = app.get(AppConfig);
  const clock = app.get(Clock);
  const admins = app.get(AdminAuthenticator, { strict: false });
  const hooks = app.get(EventHooks, { strict: false });
  const limit = (perMinute: number, whose: string) => new RateLimit(perMinute, whose, clock);
  const pages = limit(config.pageRateLimit, 'for pages from this address');
  const anonymous = () => new AnonymousLimit(config.anonymousRateLimit, clock);
  return [
    {
      prefix: '/session',
      bodyLimit: 64 * KIB,
      byAddress: limit(config.signInRateLimit, 'to sign in from this address'),
    },
    {
      prefix: '/sign-in/',
      bodyLimit: 64 * KIB,
      byAddress: limit(config.pageRateLimit, 'to sign in from this address'),
    },
    {
      prefix: '/oauth2/',
      bodyLimit: 16 * KIB,
      byAddress: limit(config.tokenRateLimit * PER_ADDRESS, 'for tokens from this address'),
    },
    {
      prefix: '/graphql',
      bodyLimit: 256 * KIB,
      byAddress: limit(config.graphqlRateLimit * PER_ADDRESS, 'from this address'),
      credentialOf: graphqlCredential,
      byCredential: limit(config.graphqlRateLimit, 'with this token'),
      authentication: { anonymous: anonymous(), check: (request) => admins.authenticate(request) },
      share: {
        tenants: app.get(TenantShare),
        of: async (request) => (await admins.authenticate(request)).tenantId,
      },
    },
    {
      prefix: '/okta/event-hooks/',
      bodyLimit: EVENT_HOOK_BODY,
      credentialOf: eventHookCredential,
      authentication: {
        anonymous: anonymous(),
        async check({ params, headers }) {
          const { integrationId = '' } = params as { integrationId?: string };
          if (await hooks.authenticate(integrationId, headers.authorization)) return;
          throw DomainError.unauthenticated('The Authorization header is not the secret of this event hook.');
        },
      },
    },
    {
      prefix: '/export/',
      byAddress: limit(config.signInRateLimit * PER_ADDRESS, 'for files from this address'),
      credentialOf: graphqlCredential,
      byCredential: limit(config.signInRateLimit, 'for files with this token'),
    },
    // The limit is low, because each callback may cause two requests to a tenant's Okta org.
    { prefix: '/enroll/callback', byAddress: limit(config.signInRateLimit, 'to sign in from this address') },
    { prefix: '/enroll/', bodyLimit: 64 * KIB, byAddress: pages },
    // Not limited here. The SCIM library has its own limits; /health and /metrics serve the operator's probes and
    // scrapes.
    { prefix: '/scim/' },
    { prefix: '/health/' },
    { prefix: '/metrics' },
    {
      prefix: '/me/verify',
      bodyLimit: 64 * KIB,
      byAddress: limit(config.signInRateLimit, 'to sign in from this address'),
    },
    { prefix: '/me/', bodyLimit: 64 * KIB, byAddress: pages },
    { prefix: '', byAddress: pages },
  ];
}

/**
 * A digest of the caller's credential for the admin API. It distinguishes callers before the credential is checked,
 * without exposing the secret.
 */
function graphqlCredential({ headers }: FastifyRequest): string | undefined {
  return digestOf(headers.authorization ?? sessionTokenOf(headers.cookie));
}

/** A digest of the credential of an Okta event hook. */
function eventHookCredential({ headers }: FastifyRequest): string | undefined {
  return digestOf(headers.authorization);
}

function digestOf(secret: string | undefined): string | undefined {
  return secret === undefined ? undefined : hashToken(secret).toString('base64');
}
