import { duration, inReadersTime, relativeTime, shortSeconds } from './time-format';

const NOW = Date.parse('2026-05-05T12:00:00Z');
const DAY = 86_400_000;

test.each([
  [-2_000, 'just now'],
  [-90_000, '1 minute ago'],
  [-3 * 3_600_000, '3 hours ago'],
  [-DAY, 'yesterday'],
  [12 * DAY, 'in 12 days'],
  [40_000, 'in 40 s'],
])('%d ms from now reads "%s"', (distance, words) => {
  expect(relativeTime(new Date(NOW + distance), NOW)).toBe(words);
});

test('shows instants in a text in the time zone of the reader', () => {
  const at = new Date('2026-05-05T12:00:07.089Z').toLocaleString(undefined, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  const text = inReadersTime('The last at 2026-05-05T12:00:07.089Z: not before 2026-05-05T12:00:07Z.');
  expect(text).toBe(`The last at ${at}: not before ${at}.`);
  expect(inReadersTime('127.0.0.1:4312 answers.')).toBe('127.0.0.1:4312 answers.');
});

test.each([
  [1, '1 second'],
  [120, '2 minutes'],
  [3_600, '1 hour'],
  [31_536_000, '365 days'],
])('%d seconds are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});

test.each([
  [0.123, '0.1 s'],
  [42.4, '42 s'],
  [90, '1.5 min'],
  [7_200, '2 h'],
])('%d seconds at a glance are %s', (seconds, words) => {
  expect(shortSeconds(seconds)).toBe(words);
});
