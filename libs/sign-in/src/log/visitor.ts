import type { IncomingMessage } from 'node:http';

/** Client address and browser of a sign-in, for the log. */
export interface Visitor {
  ip: string | undefined;
  userAgent: string | undefined;
}

const MAX_USER_AGENT = 300;

/** @param request with the address that Fastify found, X-Forwarded-For of trusted proxies included */
export function visitorOf(request: IncomingMessage | undefined): Visitor {
  const { ip } = (request ?? {}) as { ip?: string };
  return { ip, userAgent: request?.headers['user-agent']?.slice(0, MAX_USER_AGENT) };
}
