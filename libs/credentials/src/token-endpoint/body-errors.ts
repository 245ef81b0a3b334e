import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { OAuthErrorFilter } from './oauth-error.filter.js';

/**
 * A body that cannot be parsed fails before Nest knows the controller, so the controller's filter never sees it. Fastify does know the
 * route: its own error handler speaks OAuth there.
 */
@Injectable()
export class OAuthBodyErrors {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly filter: OAuthErrorFilter,
  ) {}

  /** To be called before the routes are made. */
  attach(): void {
    this.host.httpAdapter.getInstance<FastifyInstance>().addHook('onRoute', (route) => {
      if (!route.url.startsWith('/oauth2/')) return;
      route.errorHandler = (error, _request, reply) => this.filter.send(error, reply);
    });
  }
}
