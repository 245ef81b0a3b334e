import type { Database } from './database.js';
import { DatabaseClock } from './database-clock.js';

const saying = (ms: number) => ({ query: async () => [{ ms }] }) as unknown as Database;

it('returns the time of the database, independent of the clock of this machine', async () => {
  const anHourAhead = Date.now() + 3_600_000;
  const clock = new DatabaseClock(saying(anHourAhead));
  await clock.onModuleInit();
  clock.onApplicationShutdown();
  expect(Math.abs(clock.now().getTime() - anHourAhead)).toBeLessThan(60_000);
});

it('does not jump when the clock of this machine jumps', async () => {
  const clock = new DatabaseClock(saying(Date.now()));
  await clock.onModuleInit();
  clock.onApplicationShutdown();
  const before = clock.now().getTime();
  const real = Date.now;
  try {
    Date.now = () => real() + 3_600_000;
    expect(clock.now().getTime() - before).toBeLessThan(60_000);
  } finally {
    Date.now = real;
  }
});
