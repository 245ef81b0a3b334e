import { gql } from '../../gql/index.js';
import type { AuditEventFragment } from '../../gql/graphql.js';
import { ExitCode } from '../../output/exit-code.js';
import { table } from '../../output/table.js';
import { toTheSecond } from '../../output/to-the-second.js';
import type { CommandContext } from '../command-context.js';
import { findIntegrationName } from '../find-integration.js';

const AUDIT_EVENTS = gql(`
  query AuditEvents($integrationId: ID, $action: String, $first: Int) {
    auditEvents(integrationId: $integrationId, action: $action, first: $first) { nodes { ...AuditEvent } }
  }
`);

gql(`fragment AuditEvent on AuditEvent { at actorType actorName action subjectType subjectId detail }`);

export interface AuditOptions {
  integration?: string;
  action?: string;
  last: number;
}

/** Lists audit events, newest first. */
export async function audit(context: CommandContext, { integration, action, last }: AuditOptions): Promise<ExitCode> {
  const integrationId = integration ? (await findIntegrationName(context, integration)).id : undefined;
  const { auditEvents } = await context.api.request(AUDIT_EVENTS, { integrationId, action, first: last });
  context.print(auditEvents.nodes, (events) => (events.length === 0 ? 'No such event.' : sayEvents(events)));
  return ExitCode.OK;
}

function sayEvents(events: readonly AuditEventFragment[]): string {
  return table(
    ['AT', 'WHO', 'ACTION', 'SUBJECT', 'DETAIL'],
    events.map((event) => [
      toTheSecond(event.at),
      `${event.actorName} (${event.actorType})`,
      event.action,
      [event.subjectType, event.subjectId].filter(Boolean).join(' '),
      event.detail === '{}' ? '' : event.detail,
    ]),
  );
}
