import fc from 'fast-check';
import { type ChainPoint, GENESIS, type Seal, sealOf, type SealableEvent } from './seal.js';
import { type ChainBreak, verifySeal } from './verify-seal.js';

const TENANT = '0198c0de-0000-7000-8000-000000000001';
const START_US = 1_780_000_000_000_000;

const text = fc.string({ maxLength: 8 });
const someEvent = fc.record({
  actor_type: fc.constantFrom('ROOT', 'SCIM_CLIENT'),
  actor_id: text,
  actor_name: text,
  action: text,
  integration_id: fc.option(fc.uuid()),
  subject_type: fc.option(text),
  subject_id: fc.option(text),
  detail: fc.dictionary(text, fc.jsonValue({ maxDepth: 2 })),
  request_id: fc.option(text),
});
type Content = typeof someEvent extends fc.Arbitrary<infer T> ? T : never;

/** Batches of events with different ids, as the worker seals them. */
const someBatches = fc.array(fc.array(someEvent, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });

interface Chain {
  seals: Seal[];
  events: Map<string, SealableEvent>;
}

function chainOf(batches: Content[][]): Chain {
  const events = new Map<string, SealableEvent>();
  const seals: Seal[] = [];
  let previous: ChainPoint = GENESIS;
  for (const batch of batches) {
    const sealable = batch.map((content) => {
      const index = events.size;
      const id = `0198c0de-0000-7000-8000-${String(index).padStart(12, '0')}`;
      const event = { tenant_id: TENANT, id, at: String(START_US + index), ...content } as SealableEvent;
      events.set(id, event);
      return event;
    });
    const seal = sealOf(TENANT, previous, sealable, new Date(START_US / 1000 + events.size));
    seals.push(seal);
    previous = seal;
  }
  return { seals, events };
}

function firstBreak({ seals, events }: Chain): ChainBreak | undefined {
  let previous: ChainPoint = GENESIS;
  for (const seal of seals) {
    const broken = verifySeal(TENANT, previous, seal, events);
    if (broken) return broken;
    previous = seal;
  }
  return undefined;
}

/** A chain, the id of one of its events, and the seal of that event. */
const someChain = fc.tuple(someBatches, fc.nat()).map(([batches, at]) => {
  const chain = chainOf(batches);
  const ids = [...chain.events.keys()];
  const id = ids[at % ids.length]!;
  return { chain, id, seal: chain.seals.find(({ eventIds }) => eventIds.includes(id))! };
});

test('an unchanged chain is valid, even if the members of a detail are in another order', () => {
  fc.assert(
    fc.property(someBatches, (batches) => {
      const chain = chainOf(batches);
      for (const event of chain.events.values()) {
        event.detail = Object.fromEntries(Object.entries(event.detail).toReversed());
      }
      expect(firstBreak(chain)).toBeUndefined();
    }),
  );
});

test('a changed event is reported', () => {
  const columns = ['actor_name', 'action', 'subject_id', 'request_id', 'integration_id', 'at'] as const;
  fc.assert(
    fc.property(someChain, fc.constantFrom(...columns, 'detail' as const), ({ chain, id, seal }, column) => {
      const event = chain.events.get(id)!;
      const value = column === 'detail' ? { ...event.detail, forged: true } : `${event[column] ?? ''}1`;
      fc.pre(column !== 'detail' || !('forged' in event.detail));
      chain.events.set(id, { ...event, [column]: value });
      expect(firstBreak(chain)).toEqual({ kind: 'EVENT_CHANGED', sequence: seal.sequence, eventId: id });
    }),
  );
});

test('a deleted event is reported', () => {
  fc.assert(
    fc.property(someChain, ({ chain, id, seal }) => {
      chain.events.delete(id);
      expect(firstBreak(chain)).toEqual({ kind: 'EVENT_DELETED', sequence: seal.sequence, eventId: id, missing: 1 });
    }),
  );
});

test('two swapped events are reported', () => {
  fc.assert(
    fc.property(someChain, fc.nat(), ({ chain, id }, other) => {
      const ids = [...chain.events.keys()];
      const otherId = ids[other % ids.length]!;
      fc.pre(otherId !== id);
      const [one, two] = [chain.events.get(id)!, chain.events.get(otherId)!];
      chain.events.set(id, { ...two, id });
      chain.events.set(otherId, { ...one, id: otherId });
      expect(firstBreak(chain)?.kind).toBe('EVENT_CHANGED');
    }),
  );
});

test('a seal that was removed or moved is reported', () => {
  fc.assert(
    fc.property(someChain, ({ chain, seal }) => {
      const { seals } = chain;
      const rest = seals.filter((each) => each !== seal);
      const missing = { kind: 'SEAL_MISSING', sequence: seal.sequence, missing: seal.eventIds.length };
      fc.pre(seal !== seals.at(-1));
      expect(firstBreak({ ...chain, seals: rest })).toEqual(missing);
      expect(firstBreak({ ...chain, seals: [...rest, seal] })).toEqual(missing);
    }),
  );
});

test('a seal that was recomputed for a forged event does not match the next seal', () => {
  fc.assert(
    fc.property(someChain, ({ chain, id, seal }) => {
      const { seals, events } = chain;
      fc.pre(seal !== seals.at(-1));
      events.set(id, { ...events.get(id)!, actor_name: 'somebody else', detail: { forged: true } });
      const previous = seals[seal.sequence - 2] ?? GENESIS;
      const forged = sealOf(
        TENANT,
        previous,
        seal.eventIds.map((each) => events.get(each)!),
        seal.sealedAt,
      );
      const patched = seals.map((each) => (each === seal ? forged : each));
      expect(firstBreak({ seals: patched, events })).toEqual({ kind: 'SEAL_CHANGED', sequence: seal.sequence + 1 });
    }),
  );
});

test('an event that was added to a seal, or sealed long after its time, is reported', () => {
  fc.assert(
    fc.property(someChain, someEvent, ({ chain, seal }, content) => {
      const id = '0198c0de-0000-7000-8000-ffffffffffff';
      const late = { tenant_id: TENANT, id, at: String(START_US - 3_600_000_000), ...content } as SealableEvent;
      chain.events.set(id, late);
      const slipped = { ...seal, eventIds: [...seal.eventIds, id] };
      const seals = chain.seals.map((each) => (each === seal ? slipped : each));
      expect(firstBreak({ ...chain, seals })).toEqual({ kind: 'SEAL_CHANGED', sequence: seal.sequence });
      const last = chain.seals.at(-1)!;
      const appended = sealOf(TENANT, last, [late], last.sealedAt);
      expect(firstBreak({ ...chain, seals: [...chain.seals, appended] })).toEqual({
        kind: 'EVENT_BACKDATED',
        sequence: appended.sequence,
        eventId: id,
      });
    }),
  );
});

test('a seal of another tenant is reported as changed', () => {
  const { seals, events } = chainOf([[{ action: 'x', detail: {} } as Content]]);
  expect(verifySeal('0198c0de-0000-7000-8000-000000000002', GENESIS, seals[0]!, events)?.kind).toBe('SEAL_CHANGED');
});
