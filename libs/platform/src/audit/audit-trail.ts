import { Injectable } from '@nestjs/common';
import type { Sql } from '../database/sql.js';
import { Searches } from '../database/searches.js';
import type { Caller } from '../identity/caller.js';
import { isId, newId } from '../identity/new-id.js';
import { currentRequestId } from '../tracing/request-context.js';
import { encodeCursor } from '../paging/cursor.js';
import { idSliceOf, type Page, type PageRequest, toPage } from '../paging/page.js';
import { containing } from '../text/containing.js';
import { foldText } from '../text/fold-text.js';
import type { AuditAction } from './audit-action.js';
import type { AuditEventRow } from './audit-event.row.js';

/** Filter of audit events. Undefined and null mean "any". */
export interface AuditFilter {
  integrationId?: string | null | undefined;
  actions?: readonly string[] | null | undefined;
  /** Part of the actor's name, in any letter case. */
  actor?: string | null | undefined;
  /** Only events of this identity, its passkeys and its enrollments. */
  identityId?: string | null | undefined;
  since?: Date | null | undefined;
  until?: Date | null | undefined;
}

export interface AuditEntry {
  action: AuditAction;
  integrationId?: string;
  subject?: { type: string; id: string };
  /** The changed values, without secrets. */
  detail?: Record<string, unknown>;
}

/** Records who did what and when. The event is written in the transaction of the change, so that both are committed or neither. */
@Injectable()
export class AuditTrail {
  constructor(private readonly searches: Searches) {}

  async record(tx: Sql, caller: Caller, { action, integrationId, subject, detail }: AuditEntry): Promise<void> {
    await tx.execute(
      `insert into audit_events (tenant_id, id, actor_type, actor_id, actor_name, action, integration_id, subject_type, subject_id, detail, request_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        caller.tenantId,
        newId(),
        caller.actor.type,
        caller.actor.id,
        caller.actor.name,
        action,
        integrationId ?? null,
        subject?.type ?? null,
        subject?.id ?? null,
        detail ?? {},
        currentRequestId() ?? null,
      ],
    );
  }

  /** Events, newest first. @throws DomainError BAD_USER_INPUT (field `after` or `before`) */
  async list({ tenantId }: Caller, filter: AuditFilter, page: PageRequest): Promise<Page<AuditEventRow>> {
    const { id, beyond, order, limit } = idSliceOf(page, 'desc');
    if (filter.integrationId != null && !isId(filter.integrationId)) return toPage([], page, 0, () => '');
    const { integrationId = null, actions = null, actor, identityId = null, since = null, until = null } = filter;
    const values = [tenantId, integrationId, actions, patternOf(actor), identityId, since, until];
    const search = { tenantId, field: 'action', advice: 'Choose an integration, or leave out filters.' };
    const rows = await this.searches.run<AuditEventRow>(
      search,
      `select * from audit_events where ${SCOPE} and ($8::uuid is null or id ${beyond} $8) order by id ${order} limit $9`,
      [...values, id, limit],
    );
    const [count] = await this.searches.run<{ total: number }>(
      search,
      `select count(*)::int as total from audit_events where ${SCOPE}`,
      values,
    );
    return toPage(rows, page, count?.total ?? 0, (row) => encodeCursor([row.id]));
  }
}

const SCOPE = `tenant_id = $1 and ($2::uuid is null or integration_id = $2) and ($3::text[] is null or action = any ($3))
  and ($4::text is null or fold_text(actor_name) like $4)
  and ($5::text is null or (subject_type = 'identity' and subject_id = $5) or detail ->> 'identityId' = $5)
  and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)`;

function patternOf(text: string | null | undefined): string | null {
  const folded = foldText(text ?? '').trim();
  return folded === '' ? null : containing(folded);
}
