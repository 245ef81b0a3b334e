import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../faults/fault-plan.js';
import type { OktaOrg } from '../org/okta-org.js';
import type { RecordedWrite } from '../org/write-log.js';
import { spoilAnswer, spoilBefore } from './fault-answers.js';
import { OktaError } from './okta-error.js';
import { authenticate, type Principal } from './principal.js';
import { bucketOf } from '../org/rate-limiter.js';

/** What the pipeline has determined about one request. */
export interface RequestState {
  principal?: Principal;
  write?: RecordedWrite;
  fault?: Fault;
}

const states = new WeakMap<FastifyRequest, RequestState>();

export function stateOf(request: FastifyRequest): RequestState {
  const state = states.get(request) ?? {};
  states.set(request, state);
  return state;
}

export function principalOf(request: FastifyRequest): Principal {
  const principal = stateOf(request).principal;
  if (!principal) throw OktaError.invalidSession();
  return principal;
}

export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? request.url;
}

/**
 * Applies latency, pause, faults, the concurrency limit, authentication and rate limits, in the order in which a real
 * org applies them.
 */
export function installPipeline(app: FastifyInstance, org: OktaOrg): void {
  let inFlight = 0;

  app.addHook('onRequest', (_request, _reply, done) => {
    if (org.latencyMs > 0) setTimeout(done, org.latencyMs);
    else done();
  });

  app.addHook('onRequest', (request, _reply, done) => {
    // A request whose client disconnected during the pause is not handled.
    org.gate.pass(() => (request.raw.socket.destroyed ? undefined : done()));
  });

  app.addHook('onRequest', (request, reply, done) => {
    const fault = org.faults.next(request.method, pathOf(request));
    if (!fault) return done();
    stateOf(request).fault = fault;
    spoilBefore(fault, request, reply, done, org.now());
  });

  app.addHook('onRequest', (request, reply, done) => {
    inFlight += 1;
    org.peakInFlight = Math.max(org.peakInFlight, inFlight);
    reply.raw.once('close', () => (inFlight -= 1));
    if (inFlight > org.concurrency) throw OktaError.rateLimited(concurrencyHeaders(org.now()));
    if (!pathOf(request).startsWith('/api/')) return done();
    stateOf(request).principal = authenticate(org, request.headers.authorization);
    const decision = org.limits.take(bucketOf(request.method, pathOf(request)));
    reply.headers(decision.headers);
    if (decision.refused) throw OktaError.rateLimited();
    done();
  });

  app.addHook('preHandler', (request, _reply, done) => {
    if (request.method !== 'GET' && pathOf(request).startsWith('/api/')) record(org, request);
    done();
  });

  app.addHook('onSend', (request, reply, payload, done) => {
    const { write, fault } = stateOf(request);
    if (write) write.status = reply.statusCode;
    if (fault) spoilAnswer(fault, request, reply, String(payload ?? ''), done);
    else done(null, payload);
  });
}

function record(org: OktaOrg, request: FastifyRequest): void {
  const write: RecordedWrite = {
    method: request.method,
    path: pathOf(request),
    body: request.body,
    at: new Date(org.now()),
    changed: false,
  };
  stateOf(request).write = write;
  org.writes.record(write);
}

/**
 * Rate limit headers of a response that refuses too many concurrent requests. Their numbers are zero, because no rate
 * limit was exceeded.
 */
function concurrencyHeaders(now: number): Record<string, string> {
  return {
    'x-rate-limit-limit': '0',
    'x-rate-limit-remaining': '0',
    'x-rate-limit-reset': String(Math.ceil(now / 1000) + 1),
  };
}

/** Answers every failure with Okta's error JSON, also for unknown routes and errors of the body parser. */
export function installErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply: FastifyReply) => {
    const answer = error instanceof OktaError ? error : translated(error);
    return reply.code(answer.status).headers(answer.headers).send(answer.toBody());
  });
  app.setNotFoundHandler((request, reply) => {
    const answer = OktaError.notFound(pathOf(request), 'Endpoint');
    return reply.code(answer.status).send(answer.toBody());
  });
}

function translated(error: { statusCode?: number }): OktaError {
  return error.statusCode !== undefined && error.statusCode < 500 ? OktaError.malformedBody() : OktaError.internal();
}
