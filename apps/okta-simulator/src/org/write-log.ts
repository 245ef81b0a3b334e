/** A request other than GET that reached the Users or Schemas API, as it came in. */
export interface RecordedWrite {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly at: Date;
  /** The person to be changed; set once the request has been parsed. */
  userId?: string;
  /** Status of the response, even if it could not be sent because the connection was lost; undefined while the request is being handled. */
  status?: number;
  /** False if the stored value was equal already; such a write still uses quota. */
  changed: boolean;
}

/** Every write that reached the org, refused ones included. */
export class WriteLog {
  private entries: RecordedWrite[] = [];
  private readonly listeners = new Set<(write: RecordedWrite) => void>();

  get all(): readonly RecordedWrite[] {
    return this.entries;
  }

  /** The writes that Okta accepted. */
  get accepted(): readonly RecordedWrite[] {
    return this.entries.filter((write) => write.status !== undefined && write.status < 300);
  }

  to(userId: string): readonly RecordedWrite[] {
    return this.entries.filter((write) => write.userId === userId);
  }

  record(write: RecordedWrite): void {
    this.entries.push(write);
    for (const listener of this.listeners) listener(write);
  }

  /** Calls `listener` when a write arrives, before the response is sent. @returns a function that removes the listener */
  onArrival(listener: (write: RecordedWrite) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  clear(): void {
    this.entries = [];
  }
}
