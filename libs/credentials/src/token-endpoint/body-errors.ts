import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { OAuthErrorFilter } from './oauth-error.filter.js';

/**
 * A body that cannot be parsed fails before Nest knows the controller, so the controller's filter never sees it. Fastify does know the
 * route: its own error handler speaks OAuth there. Hooked in on construction, before any route exists.
 */
@Injectable()
export class OAuthBodyErrors {
  constructor({ httpAdapter }: HttpAdapterHost, filter: OAuthErrorFilter) {
    if (httpAdapter?.getType() !== 'fastify') return;
    httpAdapter.getInstance<FastifyInstance>().addHook('onRoute', (route) => {
      if (route.url.startsWith('/oauth2/')) route.errorHandler = (error, _request, reply) => filter.send(error, reply);
    });
  }
}
