import { ExitCode } from '../output/exit-code.js';
import { table } from '../output/table.js';
import { toTheSecond } from '../output/to-the-second.js';
import type { CommandContext } from './command-context.js';
import { findIntegration } from './find-integration.js';

interface ScimRequest {
  at: string;
  method: string;
  path: string;
  status: number;
  durationMs: number;
  detail: string | null;
  requestId: string | null;
}

export interface RequestsOptions {
  status?: number;
  last: number;
}

/** What the SCIM client of an integration asked, and how it was answered; newest first. */
export async function listRequests(
  context: CommandContext,
  idOrName: string,
  { status, last }: RequestsOptions,
): Promise<ExitCode> {
  const { id, name } = await findIntegration(context, idOrName);
  const { scimRequests } = await context.api.request<{ scimRequests: { nodes: ScimRequest[] } }>(
    `query ($id: ID!, $status: Int, $first: Int) { scimRequests(integrationId: $id, status: $status, first: $first) {
       nodes { at method path status durationMs detail requestId } } }`,
    { id, status, first: last },
  );
  context.print(scimRequests.nodes, (requests) =>
    requests.length === 0 ? `${name}: no such SCIM request is remembered.` : sayRequests(requests),
  );
  return ExitCode.OK;
}

function sayRequests(requests: readonly ScimRequest[]): string {
  return table(
    ['AT', 'STATUS', 'MS', 'REQUEST', 'ANSWER'],
    requests.map(({ at, status, durationMs, method, path, detail }) => [
      toTheSecond(at),
      String(status),
      String(Math.round(durationMs)),
      `${method} ${path}`,
      toTheSecond(detail ?? ''),
    ]),
  );
}
