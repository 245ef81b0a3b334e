import { Logger } from '@nestjs/common';
import pg, { type ClientConfig } from 'pg';

const RETRY_MS = 250;

export interface ListenOptions {
  /** A statement that each new connection executes before it counts as connected. */
  greeting?: string;
  /** Called when the connection is established, and when it is lost. */
  onConnected?: (connected: boolean) => void;
}

/**
 * Runs LISTEN on a dedicated connection. After a lost connection it reconnects and calls `onNotify` once with '', because notifications may
 * have been lost.
 */
export class Listener {
  private readonly log = new Logger(Listener.name);
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly options: ClientConfig,
    private readonly channel: string,
    private readonly onNotify: (payload: string) => void,
    private readonly listenOptions: ListenOptions = {},
  ) {}

  async start(): Promise<void> {
    const client = new pg.Client({ ...this.options, keepAlive: true });
    client.on('notification', ({ payload }) => this.onNotify(payload ?? ''));
    client.on('error', (error) => this.log.warn(`LISTEN ${this.channel}: ${error.message}`));
    await client.connect();
    await client.query(`LISTEN ${pg.escapeIdentifier(this.channel)}`);
    if (this.listenOptions.greeting) await client.query(this.listenOptions.greeting);
    client.on('end', () => {
      this.listenOptions.onConnected?.(false);
      this.reconnect();
    });
    this.listenOptions.onConnected?.(true);
    this.client = client;
    if (this.stopped) await client.end();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private reconnect(): void {
    if (this.stopped) return;
    this.retry = setTimeout(() => {
      this.start().then(
        () => this.onNotify(''),
        () => this.reconnect(),
      );
    }, RETRY_MS);
  }
}
