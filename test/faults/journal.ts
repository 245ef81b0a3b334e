interface Entry {
  atMs: number;
  /** Okta id of the person concerned; undefined: all people. */
  who: string | undefined;
  what: string;
}

/** Events in order, with the person concerned. A failure prints the events of the people that it affects. */
export class Journal {
  private readonly began = performance.now();
  private entries: Entry[] = [];

  note(what: string, who?: string): void {
    this.entries.push({ atMs: Math.round(performance.now() - this.began), who, what });
  }

  /** Clears the journal when both sides are equal, because earlier events cannot explain later failures. */
  forget(): void {
    this.entries = [];
  }

  /** Events of this person and of all people, one per line. */
  tell(who: string): string {
    const concerns = this.entries.filter((entry) => entry.who === who || entry.who === undefined);
    return concerns.map(({ atMs, what }) => `  ${String(atMs).padStart(6)} ms  ${what}`).join('\n');
  }
}
