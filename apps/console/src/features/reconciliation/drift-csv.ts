import { ApiError } from '../../api/api-error';
import { request } from '../../api/request';
import type { DriftFieldsFragment } from '../../gql/graphql';
import { downloadCsv } from '../../ui/data/csv';
import { RUN, type RunDetail } from './reconciliation-queries';

const PAGE = 200;
const HEADER = ['user_name', 'okta_user_id', 'difference', 'in_okta', 'should_be', 'repaired_at', 'error'];

/** Every difference of a run, as a file. @throws ApiError */
export async function downloadDrift(runId: string): Promise<void> {
  const rows: (string | null | undefined)[][] = [HEADER];
  let after: string | null | undefined;
  do {
    const { nodes, pageInfo } = await driftPage(runId, after);
    rows.push(...nodes.map(rowOf));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  } while (after);
  downloadCsv(`reconciliation-${runId}.csv`, rows);
}

async function driftPage(id: string, after: string | null | undefined): Promise<RunDetail['drift']> {
  const { reconciliationRun } = await request(RUN, { id, first: PAGE, after });
  if (!reconciliationRun) throw new ApiError('NOT_FOUND', 'This run does not exist, or no longer.');
  return reconciliationRun.drift;
}

function rowOf({ identity, oktaUserId, kind, actual, expected, repairedAt, error }: DriftFieldsFragment) {
  return [identity?.userName, oktaUserId, kind, text(actual), text(expected), repairedAt, error];
}

function text(value: boolean | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
