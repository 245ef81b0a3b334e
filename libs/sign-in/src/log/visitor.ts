import type { IncomingMessage } from 'node:http';

/** The client address and the browser of a sign-in, for the log. */
export interface Visitor {
  ip: string | undefined;
  userAgent: string | undefined;
}

const MAX_USER_AGENT = 300;

/** @param request its address is the one that Fastify has found, which honors X-Forwarded-For of trusted proxies */
export function visitorOf(request: IncomingMessage | undefined): Visitor {
  const { ip } = (request ?? {}) as { ip?: string };
  return { ip, userAgent: request?.headers['user-agent']?.slice(0, MAX_USER_AGENT) };
}
