import { setTimeout as sleep } from 'node:timers/promises';
import { ApiRefusal } from '../api/admin-api.js';
import { ExitCode } from '../output/exit-code.js';
import { table } from '../output/table.js';
import type { CommandContext } from './command-context.js';
import { findIntegration } from './find-integration.js';

const POLL_MS = 500;
const SHOWN = 20;
const RUN = 'id dryRun status startedAt finishedAt examined drifted repaired failed oktaRequests error';

interface Run {
  id: string;
  dryRun: boolean;
  status: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  startedAt: string | null;
  finishedAt: string | null;
  examined: number;
  drifted: number;
  repaired: number;
  failed: number;
  oktaRequests: number;
  error: string | null;
}

interface Drift {
  oktaUserId: string | null;
  kind: string;
  error: string | null;
  identity: { userName: string } | null;
}

export interface ReconcileOptions {
  apply?: boolean;
  maxChangeRatio?: string;
}

/** Compares Okta with us. Without --apply nothing is changed, and drift is told by the exit code. */
export async function reconcile(
  context: CommandContext,
  idOrName: string,
  options: ReconcileOptions,
): Promise<ExitCode> {
  const { id, name } = await findIntegration(context, idOrName);
  const input = {
    integrationId: id,
    dryRun: !options.apply,
    ...(options.maxChangeRatio !== undefined && { maxChangeRatio: Number(options.maxChangeRatio) }),
  };
  const { startReconciliation } = await context.api.request<{ startReconciliation: Run }>(
    `mutation ($input: StartReconciliationInput!) { startReconciliation(input: $input) { ${RUN} } }`,
    { input },
  );
  const run = await followRun(context, startReconciliation);
  const drift = await firstDrift(context, run.id);
  context.print({ ...run, drift }, () => [sayRun(name, run), ...sayDrift(run, drift)].join('\n'));
  return exitCodeOf(run);
}

export async function listRuns(context: CommandContext, idOrName: string): Promise<ExitCode> {
  const { id } = await findIntegration(context, idOrName);
  const { reconciliationRuns } = await context.api.request<{ reconciliationRuns: { nodes: Run[] } }>(
    `query ($id: ID!) { reconciliationRuns(integrationId: $id, first: 50) { nodes { ${RUN} } } }`,
    { id },
  );
  context.print(reconciliationRuns.nodes, (runs) =>
    table(
      ['ID', 'STARTED', 'KIND', 'STATUS', 'EXAMINED', 'DRIFTED', 'REPAIRED', 'FAILED', 'REQUESTS'],
      runs.map((run) => [
        run.id,
        run.startedAt ?? 'queued',
        run.dryRun ? 'dry run' : 'apply',
        run.status,
        ...[run.examined, run.drifted, run.repaired, run.failed, run.oktaRequests].map(String),
      ]),
    ),
  );
  return ExitCode.OK;
}

async function followRun(context: CommandContext, started: Run): Promise<Run> {
  let run = started;
  while (run.status === 'QUEUED' || run.status === 'RUNNING') {
    context.note(
      `${run.status.toLowerCase()}: ${run.examined} examined, ${run.drifted} drifted, ${run.repaired} repaired`,
    );
    await sleep(POLL_MS);
    const answer = await context.api.request<{ reconciliationRun: Run | null }>(
      `query ($id: ID!) { reconciliationRun(id: $id) { ${RUN} } }`,
      { id: run.id },
    );
    if (!answer.reconciliationRun) throw new ApiRefusal('NOT_FOUND', `Run ${run.id} is gone.`);
    run = answer.reconciliationRun;
  }
  return run;
}

async function firstDrift({ api }: CommandContext, id: string): Promise<Drift[]> {
  const { reconciliationRun } = await api.request<{ reconciliationRun: { drift: { nodes: Drift[] } } | null }>(
    `query ($id: ID!, $first: Int) { reconciliationRun(id: $id) {
       drift(first: $first) { nodes { oktaUserId kind error identity { userName } } } } }`,
    { id, first: SHOWN },
  );
  return reconciliationRun?.drift.nodes ?? [];
}

function exitCodeOf(run: Run): ExitCode {
  if (run.status === 'SUCCEEDED') return run.dryRun && run.drifted > 0 ? ExitCode.DRIFT : ExitCode.OK;
  return run.error?.startsWith('SAFETY_CAP') ? ExitCode.REFUSED : ExitCode.FAILED;
}

function sayRun(name: string, run: Run): string {
  const kind = run.dryRun ? 'dry run' : 'reconciliation';
  const figures = `${run.examined} examined, ${run.drifted} drifted, ${run.repaired} repaired, ${run.failed} failed, ${run.oktaRequests} requests to Okta`;
  return `${name}: ${kind} ${run.status.toLowerCase()}: ${figures}${run.error ? `\n  ${run.error}` : ''}`;
}

function sayDrift(run: Run, drift: Drift[]): string[] {
  if (drift.length === 0) return [];
  const rows = drift.map((one) => [one.kind, one.identity?.userName ?? '', one.oktaUserId ?? '', one.error ?? '']);
  const more = run.drifted > drift.length ? [`  … and ${run.drifted - drift.length} more`] : [];
  return [table(['KIND', 'PERSON', 'OKTA USER', 'NOTE'], rows), ...more];
}
