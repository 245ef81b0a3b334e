import { Injectable } from '@nestjs/common';
import { DomainError, leaveTurn, Turns } from '@rollcall/platform';

/** Changes of one group that wait; with less than a millisecond each, the last one is done before its client gives up. */
const MAX_WAITING = 500;
/** Waiting changes of a tenant that hold none of its share of the process. */
const MAX_ASIDE = 500;
/** Of these, changes that run at once: together with the tenant's share they leave some connections free for other tenants. */
const MAX_RUNNING_ASIDE = 4;
const RETRY_AFTER_SECONDS = 1;

const busy = (): DomainError =>
  DomainError.unavailable(
    `Too many changes of this group wait. Retry in ${RETRY_AFTER_SECONDS} s.`,
    RETRY_AFTER_SECONDS,
  );

/**
 * Changes of one group take turns before they take a connection, in the order of their arrival: they would only wait for its row, and each
 * would hold a connection, and its place in the tenant's share, that other requests need.
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

  /** @returns whether the change has left its tenant's share to wait */
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
