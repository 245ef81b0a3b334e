import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';

/** Writes that no request waits for, such as "last used at". At most one per key is under way; shutdown waits for them. */
@Injectable()
export class BackgroundWrites implements BeforeApplicationShutdown {
  private readonly log = new Logger(BackgroundWrites.name);
  private readonly underWay = new Map<string, Promise<void>>();

  /** Starts `work` unless work with the same key is running; a failure is only logged, because nothing depends on it. */
  start(key: string, work: () => Promise<unknown>): void {
    if (this.underWay.has(key)) return;
    const done = work()
      .then(() => undefined)
      .catch((error: unknown) => this.log.warn(`${key}: ${String(error)}`))
      .finally(() => this.underWay.delete(key));
    this.underWay.set(key, done);
  }

  async settled(): Promise<void> {
    await Promise.all(this.underWay.values());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.settled();
  }
}
