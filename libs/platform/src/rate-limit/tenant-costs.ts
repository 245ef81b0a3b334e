import { Injectable } from '@nestjs/common';
import { DomainError } from '../errors/domain-error.js';
import { monotonicNow } from '../runtime/runtime.js';

/** Milliseconds of long work that a tenant may use per second while other tenants are active. */
export const SHARE_MS_PER_SECOND = 250;
/** Milliseconds that a tenant may use in advance before it has to wait. */
export const BURST_MS = 500;
/** A tenant with more debt than this is refused; a tenant with less debt is delayed. */
export const MAX_OWED_MS = 1_000;
/** Debt above this is not recorded, so that Retry-After stays below ten seconds. */
const MAX_DEBT_MS = 2_000;
/** Another tenant counts as active if it sent a request within this time. */
const ACTIVE_WITHIN_MS = 1_000;
/** Maximum number of tenants to remember. The tenant that was inactive for longest is forgotten first. */
const MAX_ACCOUNTS = 10_000;

interface Account {
  /** Milliseconds that the tenant may still use; negative: debt. */
  balance: number;
  at: number;
}

/**
 * Counts what each tenant's long work costs this process: milliseconds of the event loop and of database searches. No tenant is limited
 * while it is the only active one.
 */
@Injectable()
export class TenantCosts {
  private readonly accounts = new Map<string, Account>();
  private latest: { tenantId: string; at: number } | undefined;
  private previous: { tenantId: string; at: number } | undefined;

  /** Records that the tenant is active. */
  arrive(tenantId: string): void {
    const at = monotonicNow();
    if (this.latest !== undefined && this.latest.tenantId !== tenantId) this.previous = this.latest;
    this.latest = { tenantId, at };
  }

  charge(tenantId: string, ms: number): void {
    const account = this.account(tenantId);
    account.balance = Math.max(-MAX_DEBT_MS, account.balance - ms);
  }

  /** Runs synchronous work, and charges the time that it takes. */
  measure<T>(tenantId: string, work: () => T): T {
    const begun = monotonicNow();
    try {
      return work();
    } finally {
      this.charge(tenantId, monotonicNow() - begun);
    }
  }

  /** Milliseconds until the tenant may continue; 0 when it has no debt or no other tenant is active. */
  delayOf(tenantId: string): number {
    const { balance } = this.account(tenantId);
    if (balance >= 0 || !this.isContended(tenantId)) return 0;
    return (-balance * 1_000) / SHARE_MS_PER_SECOND;
  }

  /** @throws DomainError RATE_LIMITED when the debt of the tenant is too large for a delay */
  admit(tenantId: string): void {
    const delay = this.delayOf(tenantId);
    if (delay <= (MAX_OWED_MS * 1_000) / SHARE_MS_PER_SECOND) return;
    const seconds = Math.ceil(delay / 1_000);
    throw DomainError.rateLimited(
      `Requests of this tenant took too much processing time. Retry in ${seconds} s.`,
      seconds,
    );
  }

  private isContended(tenantId: string): boolean {
    const other = this.latest?.tenantId === tenantId ? this.previous : this.latest;
    return other !== undefined && monotonicNow() - other.at <= ACTIVE_WITHIN_MS;
  }

  private account(tenantId: string): Account {
    const now = monotonicNow();
    const known = this.accounts.get(tenantId);
    if (known !== undefined) this.accounts.delete(tenantId);
    else if (this.accounts.size >= MAX_ACCOUNTS) this.accounts.delete(this.accounts.keys().next().value ?? '');
    const account = known ?? { balance: BURST_MS, at: now };
    account.balance = Math.min(BURST_MS, account.balance + ((now - account.at) * SHARE_MS_PER_SECOND) / 1_000);
    account.at = now;
    this.accounts.set(tenantId, account);
    return account;
  }
}
