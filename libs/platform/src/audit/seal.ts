import { createHash } from 'node:crypto';
import type { AuditEventRow } from './audit-event.row.js';

export const DIGEST_BYTES = 32;

/** An event in the form that is hashed. `at` is in microseconds, because a Date has only milliseconds. */
export type SealableEvent = Omit<AuditEventRow, 'at'> & { at: string };

/** A position in a chain. */
export interface ChainPoint {
  sequence: number;
  /** Number of events in the chain up to this position. */
  events: number;
  newestAt: Date;
  hash: Buffer;
}

/** A link of the chain: the hashes of its events, and the position at its end. */
export interface Seal extends ChainPoint {
  sealedAt: Date;
  eventIds: string[];
  /** {@link DIGEST_BYTES} for each event, in the order of the event ids. */
  digests: Buffer;
  previousHash: Buffer;
}

/** The start of every chain. */
export const GENESIS: ChainPoint = { sequence: 0, events: 0, newestAt: new Date(0), hash: Buffer.alloc(DIGEST_BYTES) };

/** Creates the seal that follows `previous`, for the events in the given order. */
export function sealOf(tenantId: string, previous: ChainPoint, events: readonly SealableEvent[], sealedAt: Date): Seal {
  const newest = events.reduce((latest, event) => Math.max(latest, millisecondsOf(event)), previous.newestAt.getTime());
  const link = {
    sequence: previous.sequence + 1,
    events: previous.events + events.length,
    newestAt: new Date(newest),
    sealedAt,
    eventIds: events.map(({ id }) => id),
    digests: Buffer.concat(events.map(digestOf)),
    previousHash: previous.hash,
  };
  return { ...link, hash: hashOf(tenantId, link) };
}

export function hashOf(tenantId: string, seal: Omit<Seal, 'hash'>): Buffer {
  return sha256([
    'rollcall audit seal 1',
    tenantId,
    seal.sequence,
    seal.events,
    seal.newestAt,
    seal.sealedAt,
    seal.eventIds,
    seal.digests.toString('hex'),
    seal.previousHash.toString('hex'),
  ]);
}

/** SHA-256 of an event: all columns in a fixed order, with the members of `detail` sorted by name. */
export function digestOf(event: SealableEvent): Buffer {
  return sha256([
    'rollcall audit event 1',
    event.tenant_id,
    event.id,
    event.at,
    event.actor_type,
    event.actor_id,
    event.actor_name,
    event.action,
    event.integration_id,
    event.subject_type,
    event.subject_id,
    sorted(event.detail),
    event.request_id,
  ]);
}

export function millisecondsOf({ at }: SealableEvent): number {
  return Number(at) / 1000;
}

function sha256(parts: readonly unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/** Converts objects to sorted lists of pairs, so that the hash does not depend on the order of members. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return { object: pairs.map(([name, member]) => [name, sorted(member)]) };
}
