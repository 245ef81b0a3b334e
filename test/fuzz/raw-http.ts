import { connect } from 'node:net';

export interface RawRequest {
  method: string;
  /** The request target, sent as it is. An HTTP library would normalize it. */
  target: string;
  headers: readonly (readonly [string, string])[];
  body?: string;
}

export interface RawAnswer {
  /**
   * The HTTP status; 0 if the server closed the connection without an answer. The server may do so if the request is
   * not HTTP.
   */
  status: number;
  text: string;
  ms: number;
}

/** Sends raw bytes. @throws if no complete answer arrives within `withinMs` */
export function rawHttp(
  port: number,
  { method, target, headers, body = '' }: RawRequest,
  withinMs: number,
): Promise<RawAnswer> {
  const payload = Buffer.from(body, 'utf8');
  const lines = [
    `${method} ${target} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    `Content-Length: ${payload.length}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'utf8');
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, 'localhost');
    const late = setTimeout(() => {
      reject(new Error(`no answer within ${withinMs} ms`));
      socket.destroy();
    }, withinMs);
    const end = () => {
      clearTimeout(late);
      const text = Buffer.concat(chunks).toString('utf8');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
      resolve({ status, text, ms: performance.now() - started });
    };
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // The server may refuse a request before it has read everything. The answer then decides, and the error of the
    // socket is ignored.
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNREFUSED' ? reject(error) : undefined));
    socket.on('close', end);
    socket.write(Buffer.concat([head, payload]));
  });
}
