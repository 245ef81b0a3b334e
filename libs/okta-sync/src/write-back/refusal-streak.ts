/** Different people refused in a row without a write in between: at a certain number they are no coincidence. */
export class RefusalStreak {
  private readonly people = new Set<string>();

  constructor(private readonly most: number) {}

  /** @returns whether it has become too many; then it starts again */
  add(identityId: string, most = this.most): boolean {
    this.people.add(identityId);
    if (this.people.size < most) return false;
    this.people.clear();
    return true;
  }

  end(): void {
    this.people.clear();
  }
}
