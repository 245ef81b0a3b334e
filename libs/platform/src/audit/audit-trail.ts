import { Injectable } from '@nestjs/common';
import type { Sql } from '../database/sql.js';
import { Searches } from '../database/searches.js';
import type { Caller } from '../identity/caller.js';
import { DomainError } from '../errors/domain-error.js';
import { isId, newId } from '../identity/new-id.js';
import { currentRequestId } from '../tracing/request-context.js';
import { decodeCursor, encodeCursor } from '../paging/cursor.js';
import { type Page, type PageRequest, toPage } from '../paging/page.js';
import type { AuditEventRow } from './audit-event.row.js';

export interface AuditEntry {
  /** `subject.verb-in-the-past`, such as `integration.created`. */
  action: string;
  integrationId?: string;
  subject?: { type: string; id: string };
  /** What changed, never a secret. */
  detail?: Record<string, unknown>;
}

/** Who did what, when. Written in the transaction of the change, so that neither exists without the other. */
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

  /** Newest first. */
  async list(
    { tenantId }: Caller,
    filter: { integrationId?: string | undefined; action?: string | undefined },
    page: PageRequest,
  ): Promise<Page<AuditEventRow>> {
    const [before = null] = page.after === undefined ? [] : decodeCursor(page.after, 1);
    if (before !== null && !isId(before)) throw DomainError.badInput('This cursor is not one of ours.', 'after');
    if (filter.integrationId !== undefined && !isId(filter.integrationId)) return toPage([], page.first, 0, () => '');
    const scope = `tenant_id = $1 and ($2::uuid is null or integration_id = $2) and ($3::text is null or action = $3)`;
    const values = [tenantId, filter.integrationId ?? null, filter.action ?? null];
    const search = { tenantId, field: 'action', advice: 'Choose an integration, or leave out the action.' };
    const rows = await this.searches.run<AuditEventRow>(
      search,
      `select * from audit_events where ${scope} and ($4::uuid is null or id < $4) order by id desc limit $5`,
      [...values, before, page.first + 1],
    );
    const [count] = await this.searches.run<{ total: number }>(
      search,
      `select count(*)::int as total from audit_events where ${scope}`,
      values,
    );
    return toPage(rows, page.first, count?.total ?? 0, ({ id }) => encodeCursor([id]));
  }
}
