import type { ScimCaller } from '@rollcall/credentials';
import type { FastifyRequest } from 'fastify';
import type { ScimError } from '../protocol/index.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by ScimAuthGuard. */
    scim?: ScimCaller;
    /** The answer's error; the request log reads it. */
    scimRefusal?: ScimError;
  }
}

export interface ScimParams {
  integrationId: string;
  id: string;
}

export type ScimHttpRequest = FastifyRequest<{ Params: ScimParams; Querystring: Record<string, unknown> }>;
