import { Turns } from './turns.js';

describe('turns', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('refuses a caller that has waited for ten seconds, and gives the next turn to a caller that still waits', async () => {
    const turns = new Turns(1, 10);
    await turns.take('acme');
    const first = turns.take('acme').catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(6_000);
    const second = turns.take('acme');
    await jest.advanceTimersByTimeAsync(4_000);
    expect(await first).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 5 });
    turns.leave('acme');
    await second;
    await jest.advanceTimersByTimeAsync(60_000);
    turns.leave('acme');
    await turns.take('acme');
  });

  it('refuses at once when too many wait', async () => {
    const turns = new Turns(1, 1);
    await turns.take('acme');
    const waits = turns.take('acme');
    await expect(turns.take('acme')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await turns.take('other');
    turns.leave('acme');
    await waits;
  });
});
