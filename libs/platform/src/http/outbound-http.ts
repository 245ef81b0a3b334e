import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { createGunzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { currentSendGuard, type SendGuard } from './send-guard.js';
import { NameResolver } from './name-resolver.js';
import { isThisMachine, mayConnect, outboundHost, type OutboundHost } from './outbound-host.js';

export interface OutboundRequest {
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** Milliseconds from the call until the last byte of the response. */
  timeoutMs: number;
  /** Called with status and headers of the response, before its body has arrived. */
  onHead?: (head: Omit<OutboundAnswer, 'text'>) => void;
}

export interface OutboundAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/**
 * There is no usable response: we refused the request, the server was unreachable, or its response was too slow or too large. The message
 * contains no address that the caller did not supply.
 */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';
}

/** Maximum decompressed size of a response: twice a page of 200 Okta users of the maximum size. */
const MAX_BYTES = 16 * 1024 * 1024;
/**
 * Milliseconds after which we close an idle connection. The server must not close it first, because a request sent at that moment would
 * fail.
 */
const IDLE_MS = 4_000;

/**
 * The only HTTP client for addresses that a tenant may choose. It resolves the name once per connection and checks every address before it
 * connects, so that DNS rebinding has no effect. It does not follow redirects.
 */
@Injectable()
export class OutboundHttp {
  private readonly agents = {
    'http:': new http.Agent({ keepAlive: true, timeout: IDLE_MS }),
    'https:': new https.Agent({ keepAlive: true, timeout: IDLE_MS }),
  };

  constructor(
    private readonly config: AppConfig,
    private readonly names: NameResolver,
  ) {}

  /** @throws OutboundError */
  async send(url: URL, { method, headers, body, timeoutMs, onHead }: OutboundRequest): Promise<OutboundAnswer> {
    const host = outboundHost(url, this.config.oktaAllowedHosts);
    refuse(url, host);
    const deadline = new AbortController();
    // Not AbortSignal.timeout, because it would create an error with a stack even after the response has arrived.
    const timer = setTimeout(() => deadline.abort(), timeoutMs);
    const { signal } = deadline;
    const options = { method, headers: { 'accept-encoding': 'gzip', ...headers }, signal, lookup: this.lookup(host) };
    try {
      const response = await this.start(url, options, body);
      const head = { status: response.statusCode ?? 0, headers: headersOf(response) };
      onHead?.(head);
      return { ...head, text: await textOf(response) };
    } catch (error) {
      throw signal.aborted ? new OutboundError('timed out') : asOutboundError(error);
    } finally {
      clearTimeout(timer);
    }
  }

  private start(url: URL, options: RequestOptions, body: string | undefined): Promise<IncomingMessage> {
    const secure = url.protocol === 'https:';
    // Read from the module object at each call, because tracing replaces the function there.
    const { request } = secure ? https : http;
    return new Promise((resolve, reject) => {
      const sent = request(url, { ...options, agent: this.agents[secure ? 'https:' : 'http:'] }, resolve);
      sent.once('error', reject);
      const guard = currentSendGuard();
      if (guard) endGuarded(sent, body, guard);
      else sent.end(body);
    });
  }

  private lookup(host: OutboundHost): LookupFunction {
    return (hostname, { all, family }, done) => {
      this.names.resolve(hostname).then(
        (addresses) => {
          if (addresses.length === 0 || !addresses.every((address) => mayConnect(host, address))) {
            return done(new OutboundError(`${hostname} leads to a private address`), '', 0);
          }
          const found = addresses.map((address) => ({ address, family: isIP(address) }));
          const fitting = found.filter((each) => !family || each.family === Number(String(family).replace('IPv', '')));
          const [first = found[0]!] = fitting;
          if (all) done(null, fitting.length > 0 ? fitting : found);
          else done(null, first.address, first.family);
        },
        (error: NodeJS.ErrnoException) => done(error, '', 0),
      );
    };
  }
}

/**
 * Sends the request once the connection is established, and calls the guard just before, because the permission to send may expire while
 * connecting.
 */
function endGuarded(request: ClientRequest, body: string | undefined, guard: SendGuard): void {
  const end = (): void => {
    try {
      guard();
      request.end(body);
    } catch (error) {
      request.destroy(error as Error);
    }
  };
  request.once('socket', (socket) => {
    if (!socket.connecting) return end();
    socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', end);
  });
}

/**
 * Refuses a URL by its protocol, or by its IP address. The addresses of a host name are checked in `lookup`, which Node does not call for
 * an IP address.
 */
function refuse(url: URL, host: OutboundHost): void {
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && host.named && isThisMachine(host.hostname))) {
    throw new OutboundError(`${url.host} must be reached by https`);
  }
  if (isIP(host.hostname) !== 0 && !mayConnect(host, host.hostname)) {
    throw new OutboundError(`${url.hostname} is a private address`);
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  const packed = response.headers['content-encoding'] === 'gzip';
  const stream: Readable = packed ? response.pipe(createGunzip()) : response;
  if (packed) response.once('error', (error) => stream.destroy(error));
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BYTES) {
      response.destroy();
      throw new OutboundError(`an answer of more than ${MAX_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}

function asOutboundError(error: unknown): OutboundError {
  if (error instanceof OutboundError) return error;
  const { message, errors } = error as AggregateError;
  const cause = message || (errors?.[0] as Error | undefined)?.message || String(error);
  return new OutboundError(cause, { cause: error });
}
