import { ExitCode } from '../../output/exit-code.js';
import { table } from '../../output/table.js';
import { toTheSecond } from '../../output/to-the-second.js';
import type { CommandContext } from '../command-context.js';
import { findIntegration } from '../find-integration.js';

interface AuditEvent {
  at: string;
  actorType: string;
  actorName: string;
  action: string;
  subjectType: string | null;
  subjectId: string | null;
  detail: string;
}

export interface AuditOptions {
  integration?: string;
  action?: string;
  last: number;
}

/** Who did what, newest first. */
export async function audit(context: CommandContext, { integration, action, last }: AuditOptions): Promise<ExitCode> {
  const integrationId = integration ? (await findIntegration(context, integration)).id : undefined;
  const { auditEvents } = await context.api.request<{ auditEvents: { nodes: AuditEvent[] } }>(
    `query ($integrationId: ID, $action: String, $first: Int) {
       auditEvents(integrationId: $integrationId, action: $action, first: $first) {
         nodes { at actorType actorName action subjectType subjectId detail } } }`,
    { integrationId, action, first: last },
  );
  context.print(auditEvents.nodes, (events) => (events.length === 0 ? 'No such event.' : sayEvents(events)));
  return ExitCode.OK;
}

function sayEvents(events: readonly AuditEvent[]): string {
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
