import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, type NestMiddleware } from '@nestjs/common';
import { JSON_HEADERS } from './page-headers.js';

/** In bytes. An attestation with a long certificate chain has about ten thousand. */
const MAX_BODY = 64 * 1024;

/**
 * Refuses a body that is too long before reading it. A chunked body announces no length; the server's limit for this
 * path applies to it.
 */
@Injectable()
export class BodyLimitMiddleware implements NestMiddleware<IncomingMessage, ServerResponse> {
  use(request: IncomingMessage, response: ServerResponse, next: () => void): void {
    const length = Number(request.headers['content-length'] ?? 0);
    if (length <= MAX_BODY) return next();
    response.writeHead(413, { ...JSON_HEADERS, connection: 'close' });
    response.end(JSON.stringify({ error: 'TOO_LARGE', message: `A request here has at most ${MAX_BODY} bytes.` }));
  }
}
