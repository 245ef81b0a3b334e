import { type AuditAction, type Caller, currentRequestId, newId } from '@rollcall/platform';

/** Data of a change for its audit event. */
export interface Change {
  caller: Caller;
  integrationId: string;
  action: AuditAction;
  detail?: Readonly<Record<string, unknown>>;
}

/** Values of $1 … $9 in a statement that also inserts its audit event, in one round trip and atomically. */
export function changeValues({ caller, integrationId, action, detail = {} }: Change): unknown[] {
  const { type, id, name } = caller.actor;
  return [caller.tenantId, integrationId, newId(), type, id, name, action, detail, currentRequestId() ?? null];
}

/** SQL for a CTE: inserts an audit event for each `id` of the CTE `source`. Parameters $1 to $9: {@link changeValues}. */
export function auditInsert(source: string, subjectType: 'identity' | 'group'): string {
  return `insert into audit_events
      (tenant_id, integration_id, id, actor_type, actor_id, actor_name, action, detail, request_id, subject_type, subject_id)
    select $1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8::jsonb, $9, '${subjectType}', id::text from ${source}`;
}
