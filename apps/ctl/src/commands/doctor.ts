import { gql } from '../gql/index.js';
import type { CheckFragment, CheckStatus } from '../gql/graphql.js';
import { ExitCode } from '../output/exit-code.js';
import { type Paint, paint } from '../output/paint.js';
import { toTheSecond } from '../output/to-the-second.js';
import { wrap } from '../output/wrap.js';
import type { CommandContext } from './command-context.js';
import { allIntegrationNames, findIntegrationName, type IntegrationName } from './find-integration.js';

const CHECK = gql(`mutation Check($id: ID!) { checkIntegration(id: $id) { checks { ...Check } } }`);

gql(`fragment Check on HealthCheck { name status message }`);

interface Report extends IntegrationName {
  checks: CheckFragment[];
}

export const CHECK_PAINTS: Record<CheckStatus, Paint> = { OK: 'green', WARN: 'yellow', FAIL: 'red', UNKNOWN: 'yellow' };

const STATUS_WIDTH = 'UNKNOWN'.length;

/** Runs the doctor on one integration. */
export async function runChecks({ api }: CommandContext, id: string): Promise<CheckFragment[]> {
  return (await api.request(CHECK, { id })).checkIntegration.checks;
}

/** Runs the doctor on one integration, or on all. FAILED when any check fails. */
export async function doctor(context: CommandContext, idOrName: string | undefined): Promise<ExitCode> {
  const integrations = idOrName ? [await findIntegrationName(context, idOrName)] : await allIntegrationNames(context);
  const reports: Report[] = [];
  for (const { id, name } of integrations) {
    context.note(`examining ${name} (${reports.length + 1} of ${integrations.length})`);
    reports.push({ id, name, checks: await runChecks(context, id) });
  }
  context.print(reports, (all) => all.map(sayReport).join('\n\n') || 'No integration exists yet.');
  const failed = reports.some(({ checks }) => checks.some(({ status }) => status === 'FAIL'));
  return failed ? ExitCode.FAILED : ExitCode.OK;
}

function sayReport({ name, checks }: Report): string {
  const width = Math.max(...checks.map((check) => check.name.length));
  const indent = 2 + STATUS_WIDTH + 2 + width + 2;
  const lines = checks.map(({ status, name: check, message }) =>
    wrap(
      `  ${paint(CHECK_PAINTS[status], status.padEnd(STATUS_WIDTH))}  ${check.padEnd(width)}  ${toTheSecond(message)}`,
      indent,
    ),
  );
  return [paint('bold', name), ...lines].join('\n');
}
