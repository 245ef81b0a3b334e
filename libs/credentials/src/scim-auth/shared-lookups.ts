interface Turn<T> {
  running: Promise<T>;
  /** For all who asked while `running` was under way. */
  next?: Promise<T>;
}

/**
 * Joins equal lookups that wait at the same time. No caller gets an answer older than their question: a caller who comes while a lookup is under
 * way shares the next one. So a change is seen at once, as without sharing, and a busy client costs a fraction of the statements.
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
