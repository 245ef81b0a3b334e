/** Counts different users whose writes were refused in a row. From a certain number on, the cause is not the user. */
export class RefusalStreak {
  private readonly people = new Set<string>();
  private configuredAt = -Infinity;

  constructor(private readonly most: number) {}

  /**
   * @param configuredAt when the settings were made under which the person was refused: refusals under other settings prove nothing. The
   *   notification of new settings may come after the first refusals under them, so it decides nothing here
   * @returns whether it has become too many; then it starts again
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
