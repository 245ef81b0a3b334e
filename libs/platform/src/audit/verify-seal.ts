import {
  type ChainPoint,
  DIGEST_BYTES,
  digestOf,
  hashOf,
  millisecondsOf,
  type Seal,
  type SealableEvent,
} from './seal.js';

export type BreakKind =
  | 'SEAL_MISSING'
  | 'SEAL_CHANGED'
  | 'EVENT_DELETED'
  | 'EVENT_CHANGED'
  | 'EVENT_BACKDATED'
  | 'EVENT_INSERTED'
  | 'HEAD_CHANGED';

/** The first difference between the audit events and the chain of seals. */
export interface ChainBreak {
  kind: BreakKind;
  /** Sequence number of the first seal that does not match. */
  sequence: number;
  eventId?: string;
  /** Number of missing events, if known. */
  missing?: number;
}

/** Maximum milliseconds by which an event may be older than the newest event of earlier seals; longer than any transaction. */
const LATE_AT_MOST = 15 * 60_000;

/**
 * Verifies one seal.
 * @returns undefined if the seal follows `previous` and its events are unchanged
 * @param events the seal's events that still exist, by id
 */
export function verifySeal(
  tenantId: string,
  previous: ChainPoint,
  seal: Seal,
  events: ReadonlyMap<string, SealableEvent>,
): ChainBreak | undefined {
  const { sequence } = seal;
  if (sequence !== previous.sequence + 1) {
    const missing = seal.events - seal.eventIds.length - previous.events;
    return { kind: 'SEAL_MISSING', sequence: previous.sequence + 1, missing };
  }
  const goesOn = seal.previousHash.equals(previous.hash) && seal.events === previous.events + seal.eventIds.length;
  if (!goesOn || !hashOf(tenantId, seal).equals(seal.hash)) return { kind: 'SEAL_CHANGED', sequence };
  for (const [index, eventId] of seal.eventIds.entries()) {
    const event = events.get(eventId);
    if (event === undefined) {
      const missing = seal.eventIds.filter((id) => !events.has(id)).length;
      return { kind: 'EVENT_DELETED', sequence, eventId, missing };
    }
    const digest = seal.digests.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES);
    if (!digestOf(event).equals(digest)) return { kind: 'EVENT_CHANGED', sequence, eventId };
    if (millisecondsOf(event) < previous.newestAt.getTime() - LATE_AT_MOST) {
      return { kind: 'EVENT_BACKDATED', sequence, eventId };
    }
  }
  return undefined;
}
