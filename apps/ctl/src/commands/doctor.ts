import { ExitCode } from '../output/exit-code.js';
import type { CommandContext } from './command-context.js';
import { allIntegrations, findIntegration, type IntegrationName } from './find-integration.js';

interface Check {
  name: string;
  status: 'OK' | 'WARN' | 'FAIL' | 'UNKNOWN';
  message: string;
}

interface Report extends IntegrationName {
  checks: Check[];
}

/** Runs the doctor on one integration, or on all. FAILED when any check fails. */
export async function doctor(context: CommandContext, idOrName: string | undefined): Promise<ExitCode> {
  const integrations = idOrName ? [await findIntegration(context, idOrName)] : await allIntegrations(context, '');
  const reports: Report[] = [];
  for (const { id, name } of integrations) {
    const { checkIntegration } = await context.api.request<{ checkIntegration: { checks: Check[] } }>(
      'mutation ($id: ID!) { checkIntegration(id: $id) { checks { name status message } } }',
      { id },
    );
    reports.push({ id, name, checks: checkIntegration.checks });
  }
  context.print(reports, (all) => all.map(sayReport).join('\n\n') || 'No integration exists yet.');
  const failed = reports.some(({ checks }) => checks.some(({ status }) => status === 'FAIL'));
  return failed ? ExitCode.FAILED : ExitCode.OK;
}

function sayReport({ name, checks }: Report): string {
  const lines = checks.map(({ status, name: check, message }) => `  ${status.padEnd(7)}  ${check}: ${message}`);
  return [name, ...lines].join('\n');
}
