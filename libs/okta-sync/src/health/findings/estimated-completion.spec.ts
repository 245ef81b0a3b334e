import { DirectoryProvider } from '@rollcall/directory-integration';
import { estimatedCompletion, type WritePace } from './estimated-completion.js';

const NOW = new Date('2026-11-23T20:00:00Z');
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const ACME: WritePace = {
  provider: DirectoryProvider.OKTA,
  enabled: true,
  paused_reason: null,
  rate_limit: 600,
  blocked_until: null,
};

describe('the estimated completion of waiting writes', () => {
  it('is computed from our share of the limit', () => {
    const at = estimatedCompletion(ACME, 10_000, 0.5, NOW);
    expect(at?.getTime()).toBeGreaterThan(after(33).getTime());
    expect(at?.getTime()).toBeLessThan(after(36).getTime());
  });

  it('counts from the end of a block after a 429', () => {
    const blocked = estimatedCompletion({ ...ACME, blocked_until: after(10) }, 10_000, 0.5, NOW);
    const free = estimatedCompletion(ACME, 10_000, 0.5, NOW);
    expect(blocked?.getTime()).toBe((free?.getTime() ?? 0) + 600_000);
  });

  it('is computed from our own pace if the target is a SCIM server', () => {
    expect(estimatedCompletion({ ...ACME, provider: DirectoryProvider.GENERIC_SCIM }, 3_000, 0.5, NOW)).toEqual(
      after(2),
    );
  });

  it.each<[string, Partial<WritePace>, number]>([
    ['nothing waits', {}, 0],
    ['the sync is paused', { paused_reason: 'a dead token' }, 9],
    ['the sync is switched off', { enabled: false }, 9],
    ['the sync is not configured', { enabled: null }, 9],
    ['Okta has not shown its limit', { rate_limit: null }, 9],
  ])('is unknown when %s', (_, pace, pending) => {
    expect(estimatedCompletion({ ...ACME, ...pace }, pending, 0.5, NOW)).toBeNull();
  });
});
