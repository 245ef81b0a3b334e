import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import fastifyHelmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import {
  type AppConfig,
  Drain,
  Metrics,
  nameRequestSpan,
  PinoLogger,
  useCursorSecrets,
  withRequestId,
  formatGraphqlError,
  stopping,
  stoppingAnswer,
} from '@rollcall/platform';
import { configureScimHttp, refuseScimUrl, refuseScim } from '@rollcall/scim';
import { serveConsole } from './console-files.js';
import { edgesOf } from './edges/edges.js';
import { limitEdges } from './edges/limit-edges.js';
import { serveGraphiql } from './graphiql-page.js';
import { HttpProblemFilter } from './http-problem.filter.js';
import { ServerModule } from './server.module.js';

const BODY_LIMIT_BYTES = 1024 * 1024;

/** Timeout for receiving a request; even on a slow connection, the largest request takes only seconds. */
const REQUEST_WITHIN_MS = 120_000;

export function httpAdapter({ trustedProxies }: AppConfig): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    genReqId: ({ headers }: IncomingMessage) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
    },
    forceCloseConnections: 'idle',
    // Turns off Fastify's own 503 answer, because refuseStopping answers in the format of each protocol.
    return503OnClosing: false,
    requestTimeout: REQUEST_WITHIN_MS,
    // Clients append /Users to a base URL that may already end in a slash.
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: 200 },
    // Handles errors of the router here, because hooks do not run for them.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      tellRequestId(request, reply);
      if (refuseScimUrl(error, request, reply) !== undefined) return;
      void reply.code(error.statusCode ?? 400).send({ error: 'BAD_REQUEST', message: error.message });
    },
  });
}

/** The HTTP server, ready to listen. */
export async function createServer(config: AppConfig, adapter = httpAdapter(config)): Promise<NestFastifyApplication> {
  useCursorSecrets(config.encryptionKeys.map(({ key }) => key));
  const app = await NestFactory.create<NestFastifyApplication>(ServerModule.forRoot(config), adapter, {
    logger: new PinoLogger(config),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  const drain = app.get(Drain);
  fastify.addHook('onRequest', (request, reply, done) => {
    tellRequestId(request, reply);
    nameRequestSpan(request.method, request.routeOptions.url, request.id);
    // A server that is stopping asks clients to open their next connection to another server.
    if (drain.begun) void reply.header('connection', 'close');
    if (drain.over) return void refuseStopping(request, reply);
    withRequestId(request.id, done);
  });
  // Helmet's headers are only for browsers. SCIM clients ignore them, and they cost more time than all other headers of
  // an answer.
  fastify.addHook('onRoute', (route) => {
    if (route.url.startsWith('/scim/')) route.helmet = false;
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: contentSecurityPolicy(config.publicUrl),
    hsts: config.publicUrl.startsWith('https:'),
  });
  if (config.graphiql) serveGraphiql(fastify);
  limitEdges(fastify, edgesOf(app), app.get(Metrics));
  app.useGlobalFilters(new HttpProblemFilter());
  configureScimHttp(app);
  await serveConsole(app);
  await app.init();
  await fastify.ready();
  return app;
}

function tellRequestId({ id }: FastifyRequest, reply: FastifyReply): void {
  void reply.header('x-request-id', id).header('x-content-type-options', 'nosniff');
}

/**
 * A policy that allows no inline scripts and no other origins. Inline styles are allowed only because component
 * libraries set style attributes.
 */
function contentSecurityPolicy(publicUrl: string) {
  return {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      ...(publicUrl.startsWith('https:') && { 'upgrade-insecure-requests': [] }),
    },
  };
}

/** Answers a request to a stopping server with 503, in the error format of its protocol. */
function refuseStopping({ url, headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = stopping();
  if (/^\/+scim(?:[/?]|$)/.test(url)) return refuseScim(reply, error);
  const { headers: answered, body } = stoppingAnswer(headers.accept, url.startsWith('/oauth2/') ? 'oauth' : 'other');
  void reply.status(503).headers(answered);
  if (!/^\/graphql(?:[/?]|$)/.test(url)) return reply.send(body);
  return reply
    .type('application/json; charset=utf-8')
    .send({ errors: [formatGraphqlError({ message: error.message }, error)] });
}
