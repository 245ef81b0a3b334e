import fc from 'fast-check';
import { readPlace, writePlace } from './list-place.js';

it('a stored place is read back unchanged', () => {
  const cursor = fc.record({ cursor: fc.string() });
  const index = fc.record({
    startIndex: fc.integer({ min: 1 }),
    known: fc.array(fc.string(), { maxLength: 5 }),
    stepsBack: fc.nat(8),
    endless: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.oneof(cursor, index), fc.boolean(), (position, everybody) => {
      expect(readPlace(writePlace({ position, everybody }))).toEqual({ position, everybody });
    }),
  );
});

it('reads the places that a previous release stored', () => {
  expect(readPlace('401')).toEqual({
    position: { startIndex: 401, known: [], stepsBack: 0, endless: false },
    everybody: false,
  });
  expect(readPlace('cursor:{"a":1}')).toEqual({ position: { cursor: '{"a":1}' }, everybody: false });
});
