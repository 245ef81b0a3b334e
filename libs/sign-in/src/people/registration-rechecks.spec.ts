import { FakeRegistrationLedger } from '@rollcall/directory';
import { type Database, FakeClock, Metrics } from '@rollcall/platform';
import { SignInMetrics } from '../log/sign-in-metrics.js';
import { RegistrationRechecks } from './registration-rechecks.js';

const KEY = { tenantId: 'acme', integrationId: 'okta' };

it('drops re-checks by hint while a hundred are waiting for the database, and accepts them again afterwards', async () => {
  let asked = 0;
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const database = {
    query: async () => {
      asked += 1;
      await answered;
      return [];
    },
  } as unknown as Database;
  const rechecks = new RegistrationRechecks(
    database,
    new FakeRegistrationLedger(),
    new SignInMetrics(new Metrics()),
    new FakeClock(new Date()),
  );
  for (let count = 0; count < 150; count += 1) rechecks.requestByHint(KEY, `person.${count}`, 'flow');
  answer();
  await rechecks.settled();
  expect(asked).toBe(100);
  rechecks.requestByHint(KEY, 'one more', 'flow');
  await rechecks.settled();
  expect(asked).toBe(101);
});
