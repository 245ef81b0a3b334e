import type { RunFieldsFragment } from '../../gql/graphql';
import { runOutcome } from './run-words';

const RUN = {
  status: 'SUCCEEDED',
  dryRun: false,
  drifted: 0,
  repaired: 0,
  failed: 0,
  error: null,
} as RunFieldsFragment;

test.each([
  [{ status: 'QUEUED' }, 'Waiting for a worker.'],
  [{}, 'Both sides agree.'],
  [{ dryRun: true, drifted: 1 }, '1 difference found.'],
  [{ drifted: 3, repaired: 2, failed: 1 }, '3 differences found, 2 repaired, 1 failed.'],
  [
    { status: 'FAILED', drifted: 15, error: 'SAFETY_CAP: more than 10 people would be changed.' },
    'Refused: more than 10 people would be changed.',
  ],
] as [Partial<RunFieldsFragment>, string][])('%j reads "%s"', (run, words) => {
  expect(runOutcome({ ...RUN, ...run })).toBe(words);
});
