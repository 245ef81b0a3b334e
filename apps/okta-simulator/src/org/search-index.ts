import type { OktaUser } from './okta-user.js';

interface PendingEntry {
  readonly position: number;
  readonly user: OktaUser | undefined;
  readonly visibleAt: number;
}

/**
 * The data that `search` reads: the org's state `lagMs` ago. In Okta, search is eventually consistent, but GET requests
 * are not.
 */
export class SearchIndex {
  lagMs = 0;
  private readonly entries: (OktaUser | undefined)[] = [];
  private pending: PendingEntry[] = [];

  constructor(private readonly now: () => number) {}

  changed(user: OktaUser, deleted: boolean): void {
    const entry = { position: user.position, user: deleted ? undefined : user, visibleAt: this.now() + this.lagMs };
    if (this.lagMs === 0 && this.pending.length === 0) this.entries[entry.position] = entry.user;
    else this.pending.push(entry);
  }

  /** Makes all changes visible to `search` at once. */
  settle(): void {
    this.absorb(Number.POSITIVE_INFINITY);
  }

  /**
   * Returns at most `limit` matching people, starting at a position, and the position at which the next page starts.
   */
  page(
    from: number,
    limit: number,
    matches: (user: OktaUser) => boolean,
  ): { users: OktaUser[]; next: number | undefined } {
    this.absorb(this.now());
    const users: OktaUser[] = [];
    for (let position = from; position < this.entries.length; position += 1) {
      const user = this.entries[position];
      if (!user || !matches(user)) continue;
      if (users.length === limit) return { users, next: position };
      users.push(user);
    }
    return { users, next: undefined };
  }

  private absorb(until: number): void {
    const due = this.pending.findIndex((entry) => entry.visibleAt > until);
    const visible = due === -1 ? this.pending : this.pending.slice(0, due);
    for (const entry of visible) this.entries[entry.position] = entry.user;
    if (visible.length > 0) this.pending = this.pending.slice(visible.length);
  }
}
