import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { type Handler, route, type ScimRoutes } from '../http/routes.js';
import { ScimError } from '../protocol/index.js';

/** RFC 7644 §3.11: a client here is a directory and not a person's account, so there is no /Me. */
@Injectable()
export class MeRoutes implements ScimRoutes {
  register(scope: FastifyInstance): void {
    const refuse: Handler = () => Promise.reject(ScimError.notImplemented('/Me is not offered; use /Users/{id}.'));
    route(scope, '/Me', { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse });
  }
}
