import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { OAuthErrorFilter } from './oauth-error.filter.js';

/**
 * Fastify parses the body before Nest selects the controller, so the controller's filter never sees a parse error. A Fastify error handler
 * of the route answers it in OAuth's format.
 */
@Injectable()
export class OAuthBodyErrors {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly filter: OAuthErrorFilter,
  ) {}

  /** Call before the routes are registered. */
  attach(): void {
    this.host.httpAdapter.getInstance<FastifyInstance>().addHook('onRoute', (route) => {
      if (!route.url.startsWith('/oauth2/')) return;
      route.errorHandler = (error, _request, reply) => this.filter.send(error, reply);
    });
  }
}
