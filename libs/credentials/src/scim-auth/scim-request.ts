import type { IncomingHttpHeaders } from 'node:http';
import type { ScimCaller } from './scim-caller.js';

/** The parts of a Fastify request that the guard reads and writes. */
export interface ScimRequest {
  headers: IncomingHttpHeaders;
  params: { integrationId?: string };
  scim?: ScimCaller;
}
