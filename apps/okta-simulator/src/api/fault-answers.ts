import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../faults/fault-plan.js';
import { OktaError } from './okta-error.js';

const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/** Applies the faults that take effect before the org handles a request. {@link spoilAnswer} applies the others. */
export function spoilBefore(
  fault: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
  go: () => void,
  now: number,
): void {
  switch (fault.kind) {
    case 'rate-limited':
      throw OktaError.rateLimited({
        'x-rate-limit-limit': '600',
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': String(Math.ceil(now / 1000) + 1),
      });
    case 'unauthorized':
      throw OktaError.invalidToken();
    case 'internal-error':
      throw OktaError.internal();
    case 'unavailable':
      throw new OktaError(503, 'E0000010', 'Service is in read only mode');
    case 'bad-gateway-html':
      void reply.code(502).type('text/html').send(BAD_GATEWAY);
      return;
    case 'reset-before':
      request.raw.socket.destroy();
      return;
    case 'never-before':
      return;
    case 'slow':
      setTimeout(go, fault.slowMs);
      return;
    default:
      go();
  }
}

/** Applies the faults that take effect after the org has applied the request. Some of them send no response. */
export function spoilAnswer(
  fault: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: string,
  done: (error: null, payload: unknown) => void,
): void {
  switch (fault.kind) {
    case 'reset-after':
      request.raw.socket.destroy();
      return;
    case 'never-after':
      return;
    case 'truncated-body':
      sendHalf(request, reply, payload);
      return;
    case 'garbage-json':
      reply.removeHeader('content-length');
      done(null, '{"id":"00u1", "status":');
      return;
    case 'internal-error-after':
      reply.code(500).removeHeader('content-length');
      done(null, JSON.stringify(OktaError.internal().toBody()));
      return;
    default:
      done(null, payload);
  }
}

/** Announces the length of the whole body, sends half of it, and closes the connection. */
function sendHalf(request: FastifyRequest, reply: FastifyReply, payload: string): void {
  const bytes = Buffer.from(payload);
  reply.raw.writeHead(reply.statusCode, { 'content-type': 'application/json', 'content-length': bytes.length });
  reply.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => request.raw.socket.destroy());
}
