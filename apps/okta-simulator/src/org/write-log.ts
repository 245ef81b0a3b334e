/** A request other than GET that reached the Users or Schemas API, as it came in. */
export interface RecordedWrite {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly at: Date;
  /** The person written to, once the request was understood. */
  userId?: string;
  /** Status of the answer, also if the connection was lost before it was sent; undefined while the request is being handled. */
  status?: number;
  /** Whether a stored value changed: an equal value spends quota and changes nothing. */
  changed: boolean;
}

/** Every write that reached the org, refused ones included. */
export class WriteLog {
  private entries: RecordedWrite[] = [];
  private readonly listeners = new Set<(write: RecordedWrite) => void>();

  get all(): readonly RecordedWrite[] {
    return this.entries;
  }

  /** The ones that Okta accepted. */
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

  /** Calls back when a write arrives, before it is answered; returns the function that ends it. */
  onArrival(listener: (write: RecordedWrite) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  clear(): void {
    this.entries = [];
  }
}
