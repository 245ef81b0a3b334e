import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { AppConfig, FakeClock, SystemClock } from '@rollcall/platform';
import { FakeOktaQuotaRepository } from './fake-okta-quota.repository.js';
import { QuotaSpent } from './allowance.js';
import { OktaQuotas } from './okta-quotas.js';

const START = new Date('2030-01-01T00:00:00Z');
const org = { tenantId: 't', domain: 'acme.okta.com' };

function replicas(count: number, share = 0.5) {
  const clock = new FakeClock(START);
  const repository = new FakeOktaQuotaRepository();
  const config = new AppConfig({ oktaRateShare: share } as AppConfig);
  return { clock, repository, quotas: Array.from({ length: count }, () => new OktaQuotas(repository, clock, config)) };
}

describe('quotas shared by replicas', () => {
  it('grants many replicas together no more than a single one', async () => {
    const { clock, quotas } = replicas(4);
    const [first] = quotas;
    first?.learn(org, 'users.write', { limit: 60, remaining: 60, resetAt: START.getTime() + 60_000 });
    await first?.take(org, 'users.write', 1);
    let granted = 0;
    for (let second = 0; second < 60; second++) {
      const grants = await Promise.all(quotas.map((replica) => replica.take(org, 'users.write', 5)));
      granted += grants.reduce((sum, grant) => sum + grant.granted, 0);
      clock.advance(1_000);
    }
    expect(granted).toBeGreaterThan(20);
    expect(granted).toBeLessThanOrEqual(35);
  });

  it('makes every replica wait while one of them is blocked', async () => {
    const { clock, quotas } = replicas(2);
    await quotas[1]?.take(org, 'users.write', 1);
    await quotas[0]?.block(org, 'users.write', START.getTime() + 30_000);
    expect(await quotas[1]?.take(org, 'users.write', 1)).toMatchObject({ granted: 0, waitMs: 30_000 });
    clock.advance(31_000);
    expect(await quotas[1]?.take(org, 'users.write', 1)).toMatchObject({ granted: 1 });
  });

  it('answers every caller, in any order and despite failures of the database', async () => {
    const asks = fc.array(
      fc.record({ replica: fc.nat(2), kind: fc.constantFrom('spend', 'take', 'learn'), fails: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    await fc.assert(
      fc.asyncProperty(asks, fc.infiniteStream(fc.nat(3)), async (steps, delays) => {
        const { quotas, repository } = replicas(3);
        const replace = repository.replace.bind(repository);
        let failures = steps.filter(({ fails }) => fails).length;
        repository.replace = async (...values) => {
          for (let turns = delays.next().value ?? 0; turns > 0; turns -= 1) await setImmediate();
          if (failures > 0 && (delays.next().value ?? 0) === 0) {
            failures -= 1;
            throw new Error('the database is away');
          }
          return replace(...values);
        };
        const asked = steps.map(({ replica, kind }) => {
          const quota = quotas[replica] as OktaQuotas;
          if (kind === 'learn')
            return quota.learn(org, 'users.read', { limit: 60, remaining: 50, resetAt: START.getTime() + 60_000 });
          return kind === 'spend' ? quota.spend(org, 'users.read') : quota.take(org, 'users.read', 2);
        });
        const ended = await Promise.race([
          Promise.allSettled(asked),
          sleep(5_000, 'a caller was forgotten', { ref: false }),
        ]);
        expect(ended).toHaveLength(steps.length);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps orgs apart', async () => {
    const { quotas } = replicas(1);
    await quotas[0]?.block(org, 'users.write', START.getTime() + 30_000);
    expect(await quotas[0]?.take({ ...org, domain: 'other.okta.com' }, 'users.write', 1)).toMatchObject({ granted: 1 });
  });

  it('lets a started operation wait for its next request, and fails if the wait is too long', async () => {
    const clock = new SystemClock();
    const config = new AppConfig({ oktaRateShare: 0.5 } as AppConfig);
    const quotas = new OktaQuotas(new FakeOktaQuotaRepository(), clock, config);
    const quick = { ...org, unknownLimitPace: { perSecond: 100, burst: 1 } };
    const questions = Array.from({ length: 4 }, async () => {
      for (let asked = 0; asked < 5; asked += 1) await quotas.spendNext(quick, 'scim');
      return 'answered';
    });
    expect(await Promise.all(questions)).toEqual(Array(4).fill('answered'));
    await quotas.block(quick, 'scim', clock.now().getTime() + 60_000);
    await expect(quotas.spendNext(quick, 'scim')).rejects.toThrow(QuotaSpent);
  });
});
