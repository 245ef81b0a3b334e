import type { RunFragment } from '../../gql/graphql.js';
import { exitCodeOfRun } from './reconciliation-run.js';

const RUN: RunFragment = {
  id: '1',
  dryRun: false,
  status: 'SUCCEEDED',
  requestedBy: 'test',
  startedAt: null,
  finishedAt: null,
  examined: 10,
  drifted: 0,
  repaired: 0,
  failed: 0,
  oktaRequests: 1,
  error: null,
};

test.each<[string, Partial<RunFragment>, number]>([
  ['nothing differs', {}, 0],
  ['everything was repaired', { drifted: 2, repaired: 2 }, 0],
  ['a dry run found drift', { dryRun: true, drifted: 2 }, 2],
  ['an unknown user is still true after the repairs', { drifted: 3, repaired: 2 }, 2],
  ['a repair failed', { drifted: 2, repaired: 1, failed: 1 }, 1],
  ['the cap refused the run', { status: 'FAILED', drifted: 9, error: 'SAFETY_CAP: 9 of 10' }, 3],
  ['the target did not answer', { status: 'FAILED', error: 'Okta answered 503' }, 1],
  ['the run was cancelled', { status: 'CANCELLED' }, 1],
])('when %s', (_, change, code) => {
  expect(exitCodeOfRun({ ...RUN, ...change })).toBe(code);
});
