import { Injectable } from '@nestjs/common';
import { Database, newId, SealedColumns, SecretBox, type Sql } from '@rollcall/platform';
import type { BatchStatus, EnrollmentBatchRow } from './enrollment-batch.row.js';

/** PostgreSQL NOTIFY channel. When a new batch is committed, a notification wakes the workers. */
export const BATCH_CHANNEL = 'rollcall_enrollment_batches';

/** Duration of a lease; every step renews it. */
const LEASE_SECONDS = 15;
/** How many hours the links of a finished batch may be fetched. */
const FETCH_HOURS = 24;
/** Number of finished batches kept per integration. */
const KEPT = 20;
const TABLE = 'enrollment_batches';

/** The outcome of one step. Its counts are added to those of the batch. */
export interface BatchStep {
  position: string;
  examined: number;
  created: number;
  kept: number;
}

export type NewBatch = Pick<
  EnrollmentBatchRow,
  | 'tenant_id'
  | 'integration_id'
  | 'group_id'
  | 'actor'
  | 'admin_token_id'
  | 'created_at'
  | 'expires_at'
  | 'renew'
  | 'total'
>;

/** A batch that this process has leased. */
export type HeldBatch = Pick<EnrollmentBatchRow, 'tenant_id' | 'id' | 'locked_by'>;

/** A link that may still be used. */
export interface OpenBatchLink {
  id: string;
  expires_at: Date;
  user_name: string;
  display_name: string | null;
  email: string | null;
}

@Injectable()
export class EnrollmentBatchRepository {
  constructor(
    private readonly database: Database,
    private readonly secrets: SecretBox,
    sealedColumns: SealedColumns,
  ) {
    sealedColumns.add({
      table: TABLE,
      column: 'sealed_secret',
      primaryKey: ['tenant_id', 'id'],
      aadOf: ([tenantId = '', id = '']) => aadOf(tenantId, id),
    });
  }

  /** @throws a unique violation of `enrollment_batches_active` if another batch of the integration is under way */
  async insert(sql: Sql, batch: NewBatch, secret: string): Promise<EnrollmentBatchRow> {
    const id = newId();
    const [row] = await sql.query<EnrollmentBatchRow>(
      `insert into enrollment_batches (tenant_id, id, integration_id, group_id, actor, admin_token_id, created_at, expires_at, renew, total, sealed_secret)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning *`,
      [
        batch.tenant_id,
        id,
        batch.integration_id,
        batch.group_id,
        JSON.stringify(batch.actor),
        batch.admin_token_id,
        batch.created_at,
        batch.expires_at,
        batch.renew,
        batch.total,
        this.secrets.seal(secret, aadOf(batch.tenant_id, id)),
      ],
    );
    return row!;
  }

  /**
   * Deletes the oldest finished batches of an integration and keeps the newest. The links of deleted batches stay
   * valid.
   */
  async deleteOld(sql: Sql, tenantId: string, integrationId: string): Promise<void> {
    await sql.execute(
      `delete from enrollment_batches where tenant_id = $1 and id in (
         select id from enrollment_batches
         where tenant_id = $1 and integration_id = $2 and finished_at is not null order by id desc offset $3)`,
      [tenantId, integrationId, KEPT],
    );
  }

  async find(tenantId: string, id: string): Promise<EnrollmentBatchRow | undefined> {
    const [row] = await this.database.query<EnrollmentBatchRow>(
      'select * from enrollment_batches where tenant_id = $1 and id = $2',
      [tenantId, id],
    );
    return row;
  }

  /** Lists batches, newest first. @param groupId if omitted, the batches of all groups and of the whole integration */
  async list(tenantId: string, integrationId: string, groupId?: string): Promise<EnrollmentBatchRow[]> {
    return this.database.query<EnrollmentBatchRow>(
      `select * from enrollment_batches
       where tenant_id = $1 and integration_id = $2 and ($3::uuid is null or group_id = $3) order by id desc limit $4`,
      [tenantId, integrationId, groupId ?? null, KEPT + 1],
    );
  }

  /** Claims a waiting batch, or a batch whose process has died. */
  async claim(): Promise<EnrollmentBatchRow | undefined> {
    const [row] = await this.database.query<EnrollmentBatchRow>(
      `with next as materialized (
         select tenant_id, id from enrollment_batches
         where status in ('QUEUED', 'RUNNING') and (locked_until is null or locked_until < now())
         order by id limit 1 for update skip locked
       )
       update enrollment_batches b set status = 'RUNNING', locked_by = $1, locked_until = now() + $2::integer * interval '1 second'
       from next where b.tenant_id = next.tenant_id and b.id = next.id returning b.*`,
      [newId(), LEASE_SECONDS],
    );
    return row;
  }

  /**
   * Locks the batch for one step. @returns false if another process has claimed the batch, or the batch was cancelled
   */
  async hold(sql: Sql, { tenant_id, id, locked_by }: HeldBatch): Promise<boolean> {
    const rows = await sql.query(
      `select id from enrollment_batches
       where tenant_id = $1 and id = $2 and locked_by = $3 and status = 'RUNNING' for update`,
      [tenant_id, id, locked_by],
    );
    return rows.length === 1;
  }

  async advance(sql: Sql, { tenant_id, id }: HeldBatch, step: BatchStep): Promise<void> {
    await sql.execute(
      `update enrollment_batches set position = $3, examined = examined + $4, created = created + $5, kept = kept + $6,
         failures = 0, locked_until = now() + $7::integer * interval '1 second'
       where tenant_id = $1 and id = $2`,
      [tenant_id, id, step.position, step.examined, step.created, step.kept, LEASE_SECONDS],
    );
  }

  async addLinks(sql: Sql, { tenant_id, id }: HeldBatch, enrollmentIds: readonly string[]): Promise<void> {
    await sql.execute(
      `insert into enrollment_batch_links (tenant_id, batch_id, enrollment_id) select $1, $2, unnest($3::uuid[])`,
      [tenant_id, id, enrollmentIds],
    );
  }

  /** Releases the lease, so that another process can continue with the batch at once. */
  async release({ tenant_id, id, locked_by }: HeldBatch): Promise<void> {
    await this.database.execute(
      'update enrollment_batches set locked_by = null, locked_until = null where tenant_id = $1 and id = $2 and locked_by = $3',
      [tenant_id, id, locked_by],
    );
  }

  /**
   * Counts a failed step. The next attempt follows when the lease has expired. @returns the number of consecutive
   * failures
   */
  async fail({ tenant_id, id, locked_by }: HeldBatch): Promise<number> {
    const [row] = await this.database.query<{ failures: number }>(
      `update enrollment_batches set failures = failures + 1
       where tenant_id = $1 and id = $2 and locked_by = $3 returning failures`,
      [tenant_id, id, locked_by],
    );
    return row?.failures ?? 0;
  }

  /** Ends a batch. @returns its row; undefined if the batch had ended before */
  async finish(
    sql: Sql,
    { tenant_id, id }: Pick<HeldBatch, 'tenant_id' | 'id'>,
    status: BatchStatus,
    error: string | null = null,
  ): Promise<EnrollmentBatchRow | undefined> {
    const [row] = await sql.query<EnrollmentBatchRow>(
      `update enrollment_batches set status = $3, error = $4, locked_by = null, locked_until = null, finished_at = now(),
         links_until = now() + $5::integer * interval '1 hour'
       where tenant_id = $1 and id = $2 and finished_at is null returning *`,
      [tenant_id, id, status, error, FETCH_HOURS],
    );
    return row;
  }

  /**
   * Discards the secret of a batch, so that its links can no longer be fetched. @returns undefined if they already
   * could not
   */
  async discard(sql: Sql, tenantId: string, id: string): Promise<EnrollmentBatchRow | undefined> {
    await sql.execute('delete from enrollment_batch_links where tenant_id = $1 and batch_id = $2', [tenantId, id]);
    const [row] = await sql.query<EnrollmentBatchRow>(
      `update enrollment_batches set sealed_secret = null, links_until = null
       where tenant_id = $1 and id = $2 and sealed_secret is not null returning *`,
      [tenantId, id],
    );
    return row;
  }

  /** Finished batches whose links may no longer be fetched. */
  async overdue(): Promise<{ tenant_id: string; id: string }[]> {
    return this.database.query(
      'select tenant_id, id from enrollment_batches where sealed_secret is not null and links_until < now() limit 100',
    );
  }

  /** The batch's links that may still be used, by enrollment id. */
  async openLinks(
    { tenant_id, id }: Pick<HeldBatch, 'tenant_id' | 'id'>,
    after: string | null,
    limit: number,
    now: Date,
  ): Promise<OpenBatchLink[]> {
    return this.database.query<OpenBatchLink>(
      `select e.id, e.expires_at, i.user_name, i.display_name, i.email
       from enrollment_batch_links l
         join enrollments e on e.tenant_id = l.tenant_id and e.id = l.enrollment_id
         join identities i on i.tenant_id = e.tenant_id and i.id = e.identity_id
       where l.tenant_id = $1 and l.batch_id = $2 and ($3::uuid is null or l.enrollment_id > $3)
         and e.used_at is null and e.expires_at > $4
       order by l.enrollment_id limit $5`,
      [tenant_id, id, after, now, limit],
    );
  }

  /** @throws Error if the batch's links may no longer be fetched, or no encryption key opens the secret */
  secretOf({ tenant_id, id, sealed_secret }: EnrollmentBatchRow): string {
    return this.secrets.open(sealed_secret ?? '', aadOf(tenant_id, id));
  }
}

function aadOf(tenantId: string, id: string): string {
  return `${TABLE}.secret:${tenantId}:${id}`;
}
