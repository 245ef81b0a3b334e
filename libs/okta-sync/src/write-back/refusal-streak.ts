/** Counts different users whose writes were refused in a row. From a certain number on, the cause is not the user. */
export class RefusalStreak {
  private readonly people = new Set<string>();
  private configuredAt = -Infinity;

  constructor(private readonly most: number) {}

  /**
   * @param configuredAt version of the settings under which the person was refused: refusals under other settings do not count. The
   * notification of new settings is not used, because it may arrive after the first refusals
   * @returns whether the limit is reached; the count then restarts
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
