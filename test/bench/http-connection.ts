import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  /** Bytes of headers and body. */
  bytes: number;
  /** Headers and body as text; only with `keepText`. */
  text?: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');

/** A keep-alive connection that sends one request at a time, and parses an answer only to find its end. */
export class HttpConnection {
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

  /** @param keepText whether answers carry their text */
  private constructor(
    private readonly socket: Socket,
    private readonly keepText: boolean,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.receive(chunk));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('the server closed the connection')));
  }

  static open(port: number, keepText = false): Promise<HttpConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, 'localhost', () => resolve(new HttpConnection(socket, keepText)));
      socket.once('error', reject);
    });
  }

  /** @param request the complete text of the request */
  send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headEnd = this.received.indexOf(HEAD_END);
    if (headEnd === -1) return;
    const head = this.received.toString('latin1', 0, headEnd);
    const status = Number(head.slice(9, 12));
    if (!this.isComplete(head, status, headEnd + HEAD_END.length)) return;
    const answer = { status, bytes: this.received.length };
    const text = this.keepText ? { text: this.received.toString() } : {};
    this.received = Buffer.alloc(0);
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.resolve({ ...answer, ...text });
  }

  private isComplete(head: string, status: number, bodyStart: number): boolean {
    if (status === 204 || status === 304) return true;
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length !== undefined) return this.received.length >= bodyStart + Number(length);
    return this.received.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK);
  }
}
