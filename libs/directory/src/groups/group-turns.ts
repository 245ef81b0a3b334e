import { Injectable } from '@nestjs/common';
import { DomainError, leaveTurn, Turns } from '@rollcall/platform';

/** Maximum waiting changes of one group; at under a millisecond each, the last one is done before its client times out. */
const MAX_WAITING = 500;
/** Maximum changes of a tenant that wait aside: they have released their slot of the tenant's share of the connections. */
const MAX_ASIDE = 500;
/** Maximum of these changes that run at once. They use connections in addition to the tenant's share, so they must be few. */
const MAX_RUNNING_ASIDE = 4;
const RETRY_AFTER_SECONDS = 1;

const busy = (): DomainError =>
  DomainError.unavailable(
    `Too many changes of this group wait. Retry in ${RETRY_AFTER_SECONDS} s.`,
    RETRY_AFTER_SECONDS,
  );

/**
 * Runs changes of one group one at a time, in order of arrival, before they take a connection. Otherwise they would all wait for the lock
 * on its row, each with a connection and a slot of the tenant's share that other requests need.
 */
@Injectable()
export class GroupTurns {
  private readonly turns = new Turns(1, MAX_WAITING, busy);
  private readonly runningAside = new Turns(MAX_RUNNING_ASIDE, MAX_ASIDE);
  private readonly aside = new Map<string, number>();

  /** @throws DomainError UNAVAILABLE when too many wait, or after 10 s */
  async run<T>(tenantId: string, groupId: string, work: () => Promise<T>): Promise<T> {
    const key = `${tenantId} ${groupId}`;
    const isAside = await this.take(tenantId, key);
    try {
      return await (isAside ? this.runningAside.run(tenantId, work) : work());
    } finally {
      this.turns.leave(key);
    }
  }

  /** @returns whether the change has given up its slot of the tenant's share to wait */
  private async take(tenantId: string, key: string): Promise<boolean> {
    const aside = this.aside.get(tenantId) ?? 0;
    if (this.turns.isFree(key) || aside >= MAX_ASIDE) {
      await this.turns.take(key);
      return false;
    }
    leaveTurn();
    this.aside.set(tenantId, aside + 1);
    try {
      await this.turns.take(key);
      return true;
    } finally {
      this.comeBack(tenantId);
    }
  }

  private comeBack(tenantId: string): void {
    const aside = this.aside.get(tenantId)! - 1;
    if (aside === 0) this.aside.delete(tenantId);
    else this.aside.set(tenantId, aside);
  }
}
