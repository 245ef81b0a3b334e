import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { newId } from '@rollcall/platform';
import { limitsKeyOf, type RateLimited } from '../quota/quota.js';
import { OktaSlotLeaseRepository } from './okta-slot-lease.repository.js';
import { OrgSlots, SLOT_LEASE_MS } from './org-slots.js';

/** Limits the concurrent requests to an Okta org across all processes. */
@Injectable()
export class OktaSlots implements OnApplicationShutdown {
  private readonly log = new Logger(OktaSlots.name);
  private readonly holder = newId();
  private readonly orgs = new Map<string, OrgSlots>();

  constructor(private readonly leases: OktaSlotLeaseRepository) {}

  /** Waits for a slot. @returns a function that releases the slot; undefined if no slot became free in time */
  async acquire(org: RateLimited): Promise<(() => void) | undefined> {
    const slots = this.of(org);
    return (await slots.acquire()) ? () => slots.release() : undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.orgs.values()].map((slots) => slots.close()));
  }

  private of(org: RateLimited): OrgSlots {
    const oktaOrg = limitsKeyOf(org);
    const key = `${org.tenantId}/${oktaOrg}`;
    const known = this.orgs.get(key);
    if (known) return known;
    for (const [old, slots] of this.orgs) if (slots.idle) this.orgs.delete(old);
    const holder = { tenantId: org.tenantId, oktaOrg, holder: this.holder };
    const slots = new OrgSlots(
      (ask) => this.leases.lease(holder, ask, SLOT_LEASE_MS),
      (error) => this.log.warn(error),
    );
    this.orgs.set(key, slots);
    return slots;
  }
}
