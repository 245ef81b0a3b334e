import { FakeClock, type AppConfig } from '@rollcall/platform';
import { RateLimiter } from '../../apps/okta-simulator/src/org/rate-limiter.js';
import { FakeOktaQuotaRepository } from '../../libs/okta/src/quota/fake-okta-quota.repository.js';
import { OktaQuotas } from '../../libs/okta/src/quota/okta-quotas.js';

const START = new Date('2030-01-01T00:00:00Z');
const LIMIT = 60;
const DUE = 500;
const org = { tenantId: 't', domain: 'acme.okta.com' };
const other = { tenantId: 't', domain: 'other.okta.com' };

/** Simulates two replicas with 500 writes due, second by second, and a tool of the customer that uses the same rate limit. */
async function play(othersPerMinute: number) {
  const clock = new FakeClock(START);
  const limiter = new RateLimiter(() => clock.now().getTime());
  limiter.limits = { ...limiter.limits, 'POST /users/{id}': LIMIT };
  const repository = new FakeOktaQuotaRepository();
  const replicas = [1, 2].map(() => new OktaQuotas(repository, clock, { oktaRateShare: 0.5 } as AppConfig));
  let [written, refused, seconds, elsewhere] = [0, 0, 0, 0];
  for (; written < DUE && seconds < 3600; seconds += 1) {
    if (seconds % 10 === 0) limiter.spend('POST /users/{id}', Math.round(othersPerMinute / 6));
    for (const quotas of replicas) {
      const { granted } = await quotas.take(org, 'users.write', Math.min(16, DUE - written));
      for (let sent = 0; sent < granted; sent += 1) {
        const { headers, refused: over } = limiter.take('POST /users/{id}');
        if (over) refused += 1;
        else written += 1;
        quotas.learn(org, 'users.write', {
          limit: Number(headers['x-rate-limit-limit']),
          remaining: Number(headers['x-rate-limit-remaining']),
          resetAt: Number(headers['x-rate-limit-reset']) * 1000,
        });
      }
      quotas.learn(other, 'users.write', { limit: 600, remaining: 600, resetAt: clock.now().getTime() + 60_000 });
      elsewhere += (await quotas.take(other, 'users.write', 1)).granted;
    }
    clock.advance(1_000);
  }
  return { written, refused, seconds, elsewhere };
}

describe('a limit of 60 writes a minute with 500 due', () => {
  it.each([0, 24])(
    'is never run into, with %i writes a minute by others, and takes nothing from another org',
    async (others) => {
      const { written, refused, seconds, elsewhere } = await play(others);
      expect({ written, refused }).toEqual({ written: DUE, refused: 0 });
      // Our share is half of 60 a minute. It may take 5 % longer, because a reserve prevents any minute from exceeding the share.
      expect(seconds).toBeLessThanOrEqual((DUE / (LIMIT / 2)) * 60 * 1.05);
      expect(elsewhere).toBe(2 * seconds);
    },
  );
});
