/** Maximum concurrent requests to one Okta org, of all processes together. Okta allows 75; the rest is for the customer's other clients. */
export const ORG_SLOTS = 64;

/** The slots that one process holds and requests. */
export interface SlotClaim {
  /** Slots held: the number of requests that the process may have in flight. */
  slots: number;
  /** Slots that the process could use. */
  wanted: number;
}

export interface SlotGrant {
  slots: number;
  /** True if another process has less than its equal share and could use more. */
  contended: boolean;
}

/**
 * Slots for a process that wants `wanted` and must keep `kept` of its slots for requests in flight. Grants up to all free slots, but at
 * most an equal share while another process has less than its share and could use more.
 * @param others processes whose leases have not expired
 */
export function grantSlots(
  { kept, wanted }: { kept: number; wanted: number },
  others: readonly SlotClaim[],
  all = ORG_SLOTS,
): SlotGrant {
  const free = Math.max(0, all - others.reduce((sum, { slots }) => sum + slots, 0));
  const share = Math.max(1, Math.floor(all / (others.filter((other) => other.wanted > 0).length + 1)));
  const contended = others.some((other) => other.slots < Math.min(other.wanted, share));
  return { slots: Math.max(kept, Math.min(wanted, free, contended ? share : all)), contended };
}
