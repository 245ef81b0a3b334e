import type { IncomingHttpHeaders } from 'node:http';
import type { ScimCaller } from './scim-caller.js';

/** What the guard needs of a Fastify request, and what it leaves there. */
export interface ScimRequest {
  headers: IncomingHttpHeaders;
  params: { integrationId?: string };
  scim?: ScimCaller;
}
