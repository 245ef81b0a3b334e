/** Delays all requests while the org is paused, and lets them proceed at once when the pause ends. */
export class Gate {
  private waiting: (() => void)[] = [];
  private closed = false;

  get isClosed(): boolean {
    return this.closed;
  }

  get waitingCount(): number {
    return this.waiting.length;
  }

  close(): void {
    this.closed = true;
  }

  open(): void {
    this.closed = false;
    const released = this.waiting;
    this.waiting = [];
    for (const go of released) go();
  }

  pass(go: () => void): void {
    if (this.closed) this.waiting.push(go);
    else go();
  }
}
