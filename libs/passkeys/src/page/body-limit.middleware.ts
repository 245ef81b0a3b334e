import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, type NestMiddleware } from '@nestjs/common';
import { JSON_HEADERS } from './page-headers.js';

/** Bytes; an attestation with a long certificate chain has some ten thousand. */
const MAX_BODY = 64 * 1024;

/** Strangers may post here: a body that is too long, or does not say how long it is, is refused unread. */
@Injectable()
export class BodyLimitMiddleware implements NestMiddleware<IncomingMessage, ServerResponse> {
  use(request: IncomingMessage, response: ServerResponse, next: () => void): void {
    const length = Number(request.headers['content-length'] ?? (request.headers['transfer-encoding'] ? Infinity : 0));
    if (length <= MAX_BODY) return next();
    response.writeHead(413, { ...JSON_HEADERS, connection: 'close' });
    response.end(JSON.stringify({ error: 'TOO_LARGE', message: `A request here has at most ${MAX_BODY} bytes.` }));
  }
}
