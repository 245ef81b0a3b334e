import { newId } from '../identity/new-id.js';
import { monotonicNow, random, sleep, startTimer, useRuntime, type Runtime } from './runtime.js';

it('sleeps, and ends with the reason of a signal that aborts first', async () => {
  await sleep(1);
  const controller = new AbortController();
  const slept = sleep(60_000, controller.signal);
  controller.abort();
  await expect(slept).rejects.toMatchObject({ name: 'AbortError' });
});

it('does not run a timer that was stopped', async () => {
  const work = jest.fn();
  startTimer(work, 1).unref().stop();
  await sleep(5);
  expect(work).not.toHaveBeenCalled();
});

it('takes time and randomness from a runtime that a simulation supplies, and from Node afterwards', () => {
  const simulated = { monotonicNow: () => 7, systemNow: () => 0, random: () => 0.5, fillRandom: () => undefined };
  const restore = useRuntime(simulated as unknown as Runtime);
  expect([monotonicNow(), random()]).toEqual([7, 0.5]);
  restore();
  expect(monotonicNow()).not.toBe(7);
  expect(newId()).not.toBe(newId());
});
