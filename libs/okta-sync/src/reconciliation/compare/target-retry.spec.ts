import { FakeOktaQuotaRepository, OktaQuotas, QuotaSpent } from '@rollcall/okta';
import { type AppConfig, FakeClock } from '@rollcall/platform';
import type { RegistrationTarget } from '../../target/registration-target.js';
import type { SyncTargets } from '../../write-back/sync-targets.js';
import { RunAborted, RunFailed } from '../records/run-aborted.js';
import { TargetRetry } from './target-retry.js';

const target = { tenantId: 't', integrationId: 'i', domain: 'acme.okta.com' } as RegistrationTarget;
const clock = new FakeClock(new Date('2030-01-01T00:00:00Z'));
const quotas = new OktaQuotas(new FakeOktaQuotaRepository(), clock, { oktaRateShare: 0.5 } as AppConfig);
const patience = new TargetRetry(quotas, {} as SyncTargets, clock);
const { signal } = new AbortController();

describe('the retries of a run', () => {
  it('wait for the quota, and then send the request', async () => {
    const refusals = [new QuotaSpent('users.read', 1), new QuotaSpent('users.read', 2)];
    const answer = await patience.ask(target, 'users.read', signal, async () => {
      const refusal = refusals.shift();
      if (refusal) throw refusal;
      return 'ada';
    });
    expect(answer).toBe('ada');
  });

  it('end the run if the quota stays used up', async () => {
    let slept = 0;
    class Sleepless extends TargetRetry {
      protected override async sleep(ms: number): Promise<void> {
        slept += ms;
      }
    }
    const wait = new Sleepless(quotas, {} as SyncTargets, clock).ask(target, 'users.read', signal, async () => {
      throw new QuotaSpent('users.read', 300_000);
    });
    await expect(wait).rejects.toThrow(RunFailed);
    expect(slept).toBe(30 * 60_000);
  });

  it('end when the run is stopped', async () => {
    const stopped = new AbortController();
    const wait = patience.ask(target, 'users.read', stopped.signal, async () => {
      stopped.abort(new RunAborted('CANCELLED'));
      throw new QuotaSpent('users.read', 60_000);
    });
    await expect(wait).rejects.toMatchObject({ reason: 'CANCELLED' });
    await expect(patience.ask(target, 'users.read', signal, () => Promise.reject(new RunFailed('no')))).rejects.toThrow(
      'no',
    );
  });
});
