import { gql } from '../../gql/index.js';
import type { DirectoryProvider, DriftFragment, RunFragment } from '../../gql/graphql.js';
import { count } from '../../output/count.js';
import type { ExitCode } from '../../output/exit-code.js';
import { paint } from '../../output/paint.js';
import { table } from '../../output/table.js';
import type { CommandContext } from '../command-context.js';
import { findIntegration } from '../find-integration.js';
import { PROVIDERS } from '../provider.js';
import { followRun } from './follow-run.js';
import { isRefused, reasonOf, exitCodeOfRun } from './reconciliation-run.js';

const SHOWN = 20;

const RECONCILED = gql(`
  query Reconciled($first: Int, $after: String) {
    directoryIntegrations(first: $first, after: $after) {
      nodes { id name provider registrationSync { registeredCount pausedReason } }
      pageInfo { ...PageEnd }
    }
  }
`);

const START = gql(`
  mutation StartRun($input: StartReconciliationInput!) { startReconciliation(input: $input) { ...Run } }
`);

const DRIFT = gql(`
  query RunDrift($id: ID!, $first: Int) {
    reconciliationRun(id: $id) { drift(first: $first) { nodes { ...Drift } } }
  }
`);

gql(`fragment Drift on Drift { oktaUserId kind repairedAt error identity { userName } }`);

export interface ReconcileOptions {
  apply?: boolean;
  maxChangeRatio?: number;
}

/**
 * Compares the target (Okta or the SCIM server) with Rollcall. Without --apply, nothing is changed, and the exit code
 * reports drift.
 */
export async function reconcile(
  context: CommandContext,
  idOrName: string,
  { apply = false, maxChangeRatio }: ReconcileOptions,
): Promise<ExitCode> {
  const { id, name, provider, registrationSync } = await findIntegration(context, idOrName, RECONCILED);
  const input = { integrationId: id, dryRun: !apply, maxChangeRatio };
  const { startReconciliation } = await context.api.request(START, { input });
  await context.api.work(apply ? 'REPAIR' : 'COMPARE');
  const run = await followRun(context, startReconciliation, registrationSync?.registeredCount ?? 0);
  const { reconciliationRun } = await context.api.request(DRIFT, { id: run.id, first: SHOWN });
  const drift = reconciliationRun?.drift.nodes ?? [];
  context.print({ ...run, drift }, () =>
    [
      sayRun(name, run),
      ...sayDrift(provider, run, drift),
      ...sayNext(name, run, Boolean(registrationSync?.pausedReason)),
    ].join('\n'),
  );
  return exitCodeOfRun(run);
}

function sayRun(name: string, run: RunFragment): string {
  const repairs = run.dryRun ? '' : `, ${run.repaired} repaired, ${run.failed} failed`;
  const figures = `${run.examined} examined, ${run.drifted} drifted${repairs}, ${count(run.oktaRequests, 'request')} sent`;
  const kind = run.dryRun ? 'dry run' : 'reconciliation';
  const error = run.error ? `\n  ${paint('red', reasonOf(run))}` : '';
  return `${paint('bold', name)}: ${kind} ${run.status.toLowerCase()}: ${figures}${error}`;
}

function sayDrift(provider: DirectoryProvider, run: RunFragment, drift: DriftFragment[]): string[] {
  if (drift.length === 0) return [];
  const rows = drift.map((one) => [one.kind, one.identity?.userName ?? '', one.oktaUserId ?? '', outcomeOf(run, one)]);
  const more = run.drifted > drift.length ? [`… and ${run.drifted - drift.length} more`] : [];
  return ['', table(['KIND', 'PERSON', PROVIDERS[provider].userColumn, 'OUTCOME'], rows), ...more];
}

function outcomeOf({ dryRun }: RunFragment, { kind, repairedAt, error }: DriftFragment): string {
  if (error) return error;
  if (repairedAt) return 'repaired';
  if (kind === 'UNKNOWN_USER') return 'not managed by Rollcall: reported only';
  return dryRun ? 'not touched' : 'not repaired';
}

function sayNext(name: string, run: RunFragment, paused: boolean): string[] {
  if (isRefused(run))
    return ['', `If the drift is real: rollcall reconcile "${name}" --apply --max-change-ratio <0 to 1>`];
  if (paused && !run.dryRun && run.status !== 'SUCCEEDED')
    return ['', `To lift the pause: rollcall sync resume "${name}"`];
  if (!run.dryRun || run.status !== 'SUCCEEDED' || run.drifted === 0) return [];
  return ['', `Nothing was changed. To repair: rollcall reconcile "${name}" --apply`];
}
