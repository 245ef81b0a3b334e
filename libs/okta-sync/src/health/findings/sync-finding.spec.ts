import { DirectoryProvider } from '@rollcall/directory-integration';
import type { WaitingWrites } from '../../ledger/registration-reader.js';
import { syncFinding, type SyncState } from './sync-finding.js';

const NOW = new Date('2026-11-23T20:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const STATE: SyncState = {
  provider: DirectoryProvider.OKTA,
  enabled: true,
  paused_reason: null,
  last_write_at: null,
  rate_limit: 600,
  blocked_until: null,
};
const WAITING: WaitingWrites = {
  integrationId: 'i',
  count: 2,
  since: ago(6),
  dueSince: ago(6),
  attended: false,
  lastError: null,
};

describe('the finding about waiting writes', () => {
  it.each<[string, Partial<SyncState>, Partial<WaitingWrites> | undefined, string, string]>([
    ['nothing waits', {}, undefined, 'OK', 'as they happen'],
    ['it is switched off', { enabled: false }, {}, 'WARN', 'switched off'],
    ['it is paused', { paused_reason: 'a dead token' }, {}, 'FAIL', 'a dead token'],
    ['they just came', {}, { since: ago(1), dueSince: ago(1) }, 'OK', '2 in all'],
    ['no worker takes them', {}, {}, 'FAIL', 'no worker takes them'],
    ['the last write is long ago', { last_write_at: ago(7) }, {}, 'FAIL', 'no worker takes them'],
    ['a large push is under way', { last_write_at: ago(1) }, {}, 'OK', '2 in all'],
    [
      'thousands wait',
      { last_write_at: ago(1) },
      { count: 9_000, since: ago(2), dueSince: ago(2) },
      'WARN',
      '290 writes a minute the last is written at about 2026-11-23T20:31',
    ],
    ['a worker has put them off', {}, { attended: true }, 'OK', '2 in all'],
    ['the limit is spent', { blocked_until: ago(-1) }, { since: ago(16) }, 'WARN', '429'],
    [
      'the target is in trouble',
      {},
      { since: ago(16), dueSince: null, attended: true, lastError: 'Okta answered 503' },
      'WARN',
      'Okta answered 503',
    ],
  ])('when %s', (_, state, waiting, status, said) => {
    const found = syncFinding({ ...STATE, ...state }, waiting && { ...WAITING, ...waiting }, NOW, 0.5);
    expect([found.status, found.message]).toEqual([status, expect.stringContaining(said)]);
  });
});
