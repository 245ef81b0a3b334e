import { gql } from '../../gql/index.js';
import type { RunFragment } from '../../gql/graphql.js';
import { ExitCode } from '../../output/exit-code.js';
import { table } from '../../output/table.js';
import { toTheSecond } from '../../output/to-the-second.js';
import type { CommandContext } from '../command-context.js';
import { findIntegrationName } from '../find-integration.js';
import { CANCEL_RUN, isUnderWay, reasonOf } from './reconciliation-run.js';

const RUNS = gql(`
  query Runs($id: ID!, $first: Int) {
    reconciliationRuns(integrationId: $id, first: $first) { nodes { ...Run } }
  }
`);

const NEWEST = 50;

export interface RunsOptions {
  cancel?: boolean;
}

/** Reconciliations of an integration, newest first; --cancel ends the one that is under way. */
export async function listRuns(
  context: CommandContext,
  idOrName: string,
  { cancel = false }: RunsOptions,
): Promise<ExitCode> {
  const { id, name } = await findIntegrationName(context, idOrName);
  const { reconciliationRuns } = await context.api.request(RUNS, { id, first: NEWEST });
  if (cancel) return cancelRun(context, name, reconciliationRuns.nodes.find(isUnderWay));
  context.print(reconciliationRuns.nodes, (runs) =>
    runs.length === 0 ? `${name} was never reconciled.` : sayRuns(runs),
  );
  return ExitCode.OK;
}

async function cancelRun(context: CommandContext, name: string, run: RunFragment | undefined): Promise<ExitCode> {
  if (run) await context.api.request(CANCEL_RUN, { id: run.id });
  context.print({ cancelled: run?.id ?? null }, ({ cancelled }) =>
    cancelled ? `${name}: run ${cancelled} will stop.` : `${name}: no reconciliation is under way.`,
  );
  return ExitCode.OK;
}

function sayRuns(runs: readonly RunFragment[]): string {
  const [failed] = runs.filter(({ status }) => status === 'FAILED');
  return [
    table(
      ['STARTED', 'KIND', 'STATUS', 'EXAMINED', 'DRIFTED', 'REPAIRED', 'FAILED', 'REQUESTS', 'BY'],
      runs.map((run) => [
        startOf(run),
        run.dryRun ? 'dry run' : 'apply',
        run.status,
        ...[run.examined, run.drifted, run.repaired, run.failed, run.oktaRequests].map(String),
        run.requestedBy,
      ]),
    ),
    ...(failed ? ['', `The last that failed, of ${startOf(failed)}: ${reasonOf(failed) || 'no reason was kept'}`] : []),
  ].join('\n');
}

function startOf({ startedAt, status }: RunFragment): string {
  if (startedAt) return toTheSecond(startedAt);
  return status === 'QUEUED' ? 'queued' : 'never';
}
