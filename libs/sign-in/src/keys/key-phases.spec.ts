import { keyPhases, nextPhaseChange, PUBLISHED_AFTER_MS, PUBLISHED_AHEAD_MS } from './key-phases.js';

const START = new Date('2026-01-01T00:00:00Z');
const at = (ms: number) => new Date(START.getTime() + ms);
const keys = [{ signs_at: START }, { signs_at: at(PUBLISHED_AHEAD_MS) }];
const phasesAt = (ms: number) => keyPhases(keys, at(ms)).map(({ phase }) => phase);

it('publishes a key an hour before it signs, and keeps the earlier one for a day after that', () => {
  expect(phasesAt(0)).toEqual(['PUBLISHED', 'SIGNING']);
  expect(phasesAt(PUBLISHED_AHEAD_MS - 1)).toEqual(['PUBLISHED', 'SIGNING']);
  expect(phasesAt(PUBLISHED_AHEAD_MS)).toEqual(['SIGNING', 'RETIRED']);
  expect(phasesAt(PUBLISHED_AHEAD_MS + PUBLISHED_AFTER_MS - 1)).toEqual(['SIGNING', 'RETIRED']);
  expect(phasesAt(PUBLISHED_AHEAD_MS + PUBLISHED_AFTER_MS)).toEqual(['SIGNING', 'OVER']);
});

it('returns the next time at which a phase changes', () => {
  expect(nextPhaseChange(keys, START)).toEqual(at(PUBLISHED_AHEAD_MS));
  expect(nextPhaseChange(keys, at(2 * PUBLISHED_AHEAD_MS + PUBLISHED_AFTER_MS))).toBeUndefined();
  for (let now = 0; now < 2 * PUBLISHED_AFTER_MS; now += PUBLISHED_AHEAD_MS / 4) {
    const next = nextPhaseChange(keys, at(now));
    if (!next) continue;
    const before = new Date(next.getTime() - 1);
    expect(keyPhases(keys, before)).toEqual(keyPhases(keys, at(now)));
  }
});
