import { startOfDay } from './start-of-day';

test("a day begins at midnight in the browser's time zone, and ends when the next day begins", () => {
  expect(startOfDay('2026-03-12')).toBe(new Date(2026, 2, 12).toISOString());
  expect(startOfDay('2026-12-31', 1)).toBe(new Date(2027, 0, 1).toISOString());
});

test.each([undefined, '', 'yesterday', '2026-3-12'])('%j is not a day', (text) => {
  expect(startOfDay(text)).toBeUndefined();
});
