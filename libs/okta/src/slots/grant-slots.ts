/** Maximum concurrent requests to one Okta org, of all processes together. Okta allows 75; the rest is for the customer's other clients. */
export const ORG_SLOTS = 64;

/** What one process holds and asks for. */
export interface SlotClaim {
  /** Slots held: the number of requests that the process may have in flight. */
  slots: number;
  /** Slots that it could use. */
  wanted: number;
}

export interface SlotGrant {
  slots: number;
  /** Another process has less than its share and could use it. */
  contended: boolean;
}

/**
 * Slots for a process that wants `wanted` and must keep `kept` of its slots for requests in flight. Grants all free slots, or an equal
 * share while another process waits for its own.
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
