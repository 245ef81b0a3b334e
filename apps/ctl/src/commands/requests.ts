import { gql } from '../gql/index.js';
import type { RequestFragment } from '../gql/graphql.js';
import { ExitCode } from '../output/exit-code.js';
import { table } from '../output/table.js';
import { toTheSecond } from '../output/to-the-second.js';
import type { CommandContext } from './command-context.js';
import { findIntegrationName } from './find-integration.js';

const REQUESTS = gql(`
  query Requests($id: ID!, $status: Int, $first: Int) {
    scimRequests(integrationId: $id, status: $status, first: $first) { nodes { ...Request } }
  }
`);

gql(`fragment Request on ScimRequest { at method path status durationMs detail requestId }`);

export interface RequestsOptions {
  status?: number;
  last: number;
}

/** SCIM requests of an integration's client and their answers, newest first. */
export async function listRequests(
  context: CommandContext,
  idOrName: string,
  { status, last }: RequestsOptions,
): Promise<ExitCode> {
  const { id, name } = await findIntegrationName(context, idOrName);
  const { scimRequests } = await context.api.request(REQUESTS, { id, status, first: last });
  context.print(scimRequests.nodes, (requests) =>
    requests.length === 0 ? `${name}: no such SCIM request is remembered.` : sayRequests(requests),
  );
  return ExitCode.OK;
}

function sayRequests(requests: readonly RequestFragment[]): string {
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
