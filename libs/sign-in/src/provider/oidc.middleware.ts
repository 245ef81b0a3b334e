import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, Logger, type NestMiddleware } from '@nestjs/common';
import {
  AppConfig,
  Clock,
  clientNetwork,
  currentRequestId,
  Drain,
  DomainError,
  isDatabaseAway,
  RateLimit,
  stoppingAnswer,
} from '@rollcall/platform';
import { ProviderRegistry } from './provider-registry.js';

type Request = IncomingMessage & { ip?: string; originalUrl?: string };

const PREFIX = /^\/oidc\/([^/?#]+)(?=[/?#]|$)/;

/** Passes requests below `/oidc/{integrationId}` to the OpenID library before Fastify reads their bodies. */
@Injectable()
export class OidcMiddleware implements NestMiddleware<Request, ServerResponse> {
  private readonly log = new Logger(OidcMiddleware.name);
  private readonly limit: RateLimit;
  private readonly forwarded: { host: string; proto: string };
  private readonly basePath: string;

  constructor(
    private readonly registry: ProviderRegistry,
    { publicUrl, pageRateLimit }: AppConfig,
    clock: Clock,
    private readonly drain: Drain,
  ) {
    const { host, protocol, pathname } = new URL(publicUrl);
    this.forwarded = { host, proto: protocol.slice(0, -1) };
    this.basePath = pathname.replace(/\/$/, '');
    this.limit = new RateLimit(pageRateLimit, 'from this address', clock);
  }

  use(request: Request, response: ServerResponse, next: () => void): void {
    const url = request.originalUrl ?? request.url ?? '';
    const [mount, integrationId] = PREFIX.exec(url) ?? [];
    if (mount === undefined || integrationId === undefined) return next();
    if (this.drain.over) {
      const { headers, body } = stoppingAnswer(request.headers.accept, 'oauth');
      return void response.writeHead(503, headers).end(body);
    }
    const requestId = currentRequestId();
    if (requestId !== undefined) response.setHeader('x-request-id', requestId);
    response.setHeader('x-content-type-options', 'nosniff');
    this.serve(request, response, url, mount, integrationId).catch((error: unknown) => this.fail(response, error));
  }

  private async serve(
    request: Request,
    response: ServerResponse,
    url: string,
    mount: string,
    integrationId: string,
  ): Promise<void> {
    this.limit.admit(clientNetwork(request.ip ?? ''));
    const resumes = url.startsWith('/auth/', mount.length);
    const built = await (resumes ? this.registry.getRecent(integrationId) : this.registry.get(integrationId));
    if (!built) return answer(response, 404, { error: 'NOT_FOUND', message: 'There is no sign-in at this address.' });
    request.originalUrl = this.basePath + url;
    request.url = url.slice(mount.length).replace(/^(?!\/)/, '/');
    request.headers['x-forwarded-host'] = this.forwarded.host;
    request.headers['x-forwarded-proto'] = this.forwarded.proto;
    response.setHeader('content-security-policy', answerPolicy(built.settings.redirectUris));
    await built.handle(request, response);
  }

  private fail(response: ServerResponse, error: unknown): void {
    if (error instanceof DomainError && error.retryAfterSeconds !== undefined) {
      response.setHeader('retry-after', String(error.retryAfterSeconds));
      const status = error.code === 'RATE_LIMITED' ? 429 : 503;
      return answer(response, status, { error: error.code, message: error.message });
    }
    this.log.error(error);
    if (isDatabaseAway(error)) response.setHeader('retry-after', '5');
    answer(response, isDatabaseAway(error) ? 503 : 500, {
      error: isDatabaseAway(error) ? 'UNAVAILABLE' : 'INTERNAL',
      message: 'Sign-in is not available right now. Try again in a few seconds.',
    });
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/**
 * The content security policy of the page that posts the response (`response_mode=form_post`). The library adds the
 * hash of its script.
 */
function answerPolicy(redirectUris: readonly string[]): string {
  const origins = [...new Set(redirectUris.map((uri) => new URL(uri).origin))];
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `form-action ${origins.join(' ')}`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
