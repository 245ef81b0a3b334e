import { FakeClock } from '@rollcall/platform';
import type { SignInProviderRow } from '../settings/sign-in-provider.row.js';
import type { SignInRepository } from '../settings/sign-in.repository.js';
import type { BuiltProvider, ProviderFactory } from './provider-factory.js';
import { ProviderRegistry } from './provider-registry.js';

const KEPT = 200;

const idOf = (index: number): string => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;

/**
 * A registry over settings of any number of integrations. It records the ids of the integrations whose provider was
 * built, in order.
 */
function registry() {
  const clock = new FakeClock();
  const built: string[] = [];
  const changes = new Map<string, Partial<SignInProviderRow>>();
  let until: Date | undefined;
  let broken = false;
  const repository = {
    tenantOf: async () => 'tenant',
    find: async ({ integrationId }: { integrationId: string }) => ({
      integration_id: integrationId,
      enabled: true,
      version: '1',
      ...changes.get(integrationId),
    }),
  } as unknown as SignInRepository;
  const factory = {
    build: async ({ integration_id: id, version }: SignInProviderRow) => {
      if (broken) throw new Error('no key can be opened');
      built.push(`${id} v${version}`);
      return { until } as BuiltProvider;
    },
  } as unknown as ProviderFactory;
  return {
    clock,
    built,
    changes,
    endsAt: (time: Date) => (until = time),
    fails: (fault: boolean) => (broken = fault),
    of: new ProviderRegistry(repository, factory, clock),
  };
}

it('keeps 200 providers: one more evicts the least recently used provider, which is built again on its next use', async () => {
  const { of, built } = registry();
  for (let index = 0; index < KEPT; index += 1) await of.get(idOf(index));
  // The first provider is used again, so that the second one becomes the least recently used.
  await of.get(idOf(0));
  await of.get(idOf(KEPT));
  expect(built).toHaveLength(KEPT + 1);

  await of.get(idOf(0));
  expect(built).toHaveLength(KEPT + 1);
  expect(await of.get(idOf(1))).toBeDefined();
  expect(built.slice(KEPT + 1)).toEqual([`${idOf(1)} v1`]);
});

it('never keeps more than 200 providers, even if more are requested at the same time', async () => {
  const { of, built } = registry();
  await Promise.all(Array.from({ length: 3 * KEPT }, (_, index) => of.get(idOf(index))));
  built.length = 0;
  // The order is that of their last use. No step may evict a provider that a later step reads.
  for (let index = 2 * KEPT; index < 3 * KEPT; index += 1) await of.get(idOf(index));
  expect(built).toEqual([]);
  await of.get(idOf(2 * KEPT - 1));
  expect(built).toHaveLength(1);
});

it('builds a provider again when its settings have changed, and not before', async () => {
  const { of, built, changes } = registry();
  const first = await of.get(idOf(1));
  expect(await of.get(idOf(1))).toBe(first);
  changes.set(idOf(1), { version: '2' });
  expect(await of.get(idOf(1))).not.toBe(first);
  expect(built).toEqual([`${idOf(1)} v1`, `${idOf(1)} v2`]);
});

it('drops a provider that was disabled, and builds it again when it is enabled', async () => {
  const { of, built, changes } = registry();
  await of.get(idOf(1));
  changes.set(idOf(1), { enabled: false });
  expect(await of.get(idOf(1))).toBeUndefined();
  changes.delete(idOf(1));
  expect(await of.get(idOf(1))).toBeDefined();
  expect(built).toHaveLength(2);
});

it('builds a provider again when a signing key changes its phase', async () => {
  const { of, built, clock, endsAt } = registry();
  endsAt(new Date(clock.now().getTime() + 60_000));
  await of.get(idOf(1));
  clock.advance(59_999);
  await of.get(idOf(1));
  expect(built).toHaveLength(1);
  clock.advance(1);
  await of.get(idOf(1));
  expect(built).toHaveLength(2);
});

it('compares the settings at most once a second for steps within a flow', async () => {
  const { of, built, changes, clock } = registry();
  const first = await of.get(idOf(1));
  changes.set(idOf(1), { version: '2' });
  clock.advance(999);
  expect(await of.getRecent(idOf(1))).toBe(first);
  clock.advance(1);
  expect(await of.getRecent(idOf(1))).not.toBe(first);
  expect(built).toHaveLength(2);
});

it('keeps no provider that could not be built', async () => {
  const { of, built, fails } = registry();
  fails(true);
  await expect(of.get(idOf(1))).rejects.toThrow('no key can be opened');
  fails(false);
  expect(await of.getRecent(idOf(1))).toBeDefined();
  expect(built).toHaveLength(1);
});
