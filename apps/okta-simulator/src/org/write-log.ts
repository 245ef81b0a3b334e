/** A request to the Users or Schemas API with another method than GET, as the org received it. */
export interface RecordedWrite {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly at: Date;
  /** The person to change; set once the request has been parsed. */
  userId?: string;
  /**
   * The status of the response, even if the connection was lost before it could be sent. Undefined while the request is
   * being handled.
   */
  status?: number;
  /** False if the stored value was already equal. Such a write still counts against the rate limit. */
  changed: boolean;
}

/** Records every write that reached the org, including refused ones. */
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
