interface Turn<T> {
  running: Promise<T>;
  /** The lookup for all callers that arrived during `running`. */
  next?: Promise<T>;
}

/**
 * Merges concurrent lookups of the same key. A caller that arrives during a lookup shares the next one, so no result is older than the
 * call: changes take effect at once, and a busy client causes a fraction of the statements.
 */
export class SharedLookups<T> {
  private readonly turns = new Map<string, Turn<T>>();

  find(key: string, look: () => Promise<T>): Promise<T> {
    const turn = this.turns.get(key);
    if (!turn) return this.start(key, look);
    turn.next ??= turn.running.then(
      () => this.start(key, look),
      () => this.start(key, look),
    );
    return turn.next;
  }

  private start(key: string, look: () => Promise<T>): Promise<T> {
    const turn: Turn<T> = { running: look() };
    this.turns.set(key, turn);
    const end = (): void => {
      if (turn.next === undefined) this.turns.delete(key);
    };
    turn.running.then(end, end);
    return turn.running;
  }
}
