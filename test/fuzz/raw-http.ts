import { connect } from 'node:net';

export interface RawRequest {
  method: string;
  /** Raw request target, not normalized by a library. */
  target: string;
  headers: readonly (readonly [string, string])[];
  body?: string;
}

export interface RawAnswer {
  /** 0: the server closed the connection without an answer, which is allowed for a request that is not HTTP. */
  status: number;
  text: string;
  ms: number;
}

/** Sends raw bytes. @throws when no answer is complete within `withinMs` */
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
    // The server may refuse before reading everything; then the answer counts, not the error.
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNREFUSED' ? reject(error) : undefined));
    socket.on('close', end);
    socket.write(Buffer.concat([head, payload]));
  });
}
