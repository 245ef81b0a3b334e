/** Counts the different users whose writes were refused in a row. If the count reaches a limit, the cause is not a single user. */
export class RefusalStreak {
  private readonly people = new Set<string>();
  private configuredAt = -Infinity;

  constructor(private readonly most: number) {}

  /**
   * Counts a refused user. New settings restart the count, and refusals under earlier settings are ignored. The
   * settings are recognized by their version, because their notification may arrive after the first refusals.
   * @param configuredAt version of the settings under which the user was refused
   * @returns true if the limit is reached; the count then restarts
   */
  add(identityId: string, configuredAt: Date, most = this.most): boolean {
    const at = configuredAt.getTime();
    if (at < this.configuredAt) return false;
    if (at > this.configuredAt) this.people.clear();
    this.configuredAt = at;
    this.people.add(identityId);
    if (this.people.size < most) return false;
    this.people.clear();
    return true;
  }

  end(): void {
    this.people.clear();
  }
}
