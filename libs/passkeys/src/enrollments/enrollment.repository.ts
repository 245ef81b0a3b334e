import { Injectable } from '@nestjs/common';
import type { Sql } from '@rollcall/platform';
import type { EnrollmentRow } from './enrollment.row.js';

export type EnrollmentDraft = Pick<
  EnrollmentRow,
  'tenant_id' | 'id' | 'integration_id' | 'identity_id' | 'token_hash' | 'created_by' | 'created_at' | 'expires_at'
>;

/** An enrollment, and whether the same identity has a newer one that is open. */
export type FoundEnrollment = EnrollmentRow & { newer_open: boolean };

@Injectable()
export class EnrollmentRepository {
  async insert(sql: Sql, row: EnrollmentDraft): Promise<void> {
    await sql.execute(
      `insert into enrollments (tenant_id, id, integration_id, identity_id, token_hash, created_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        row.tenant_id,
        row.id,
        row.integration_id,
        row.identity_id,
        row.token_hash,
        row.created_by,
        row.created_at,
        row.expires_at,
      ],
    );
  }

  /** Ends the open links of an identity. @returns the number of links ended */
  async endOpen(sql: Sql, tenantId: string, identityId: string, now: Date): Promise<number> {
    return sql.execute(
      `update enrollments set expires_at = $3, challenge = null, challenge_expires_at = null
       where tenant_id = $1 and identity_id = $2 and used_at is null and expires_at > $3`,
      [tenantId, identityId, now],
    );
  }

  /** Revokes an open link. @returns false if the link was already used or had ended */
  async cancel(sql: Sql, tenantId: string, id: string, now: Date): Promise<boolean> {
    const affected = await sql.execute(
      `update enrollments set cancelled_at = $3, expires_at = $3, challenge = null, challenge_expires_at = null
       where tenant_id = $1 and id = $2 and used_at is null and expires_at > $3`,
      [tenantId, id, now],
    );
    return affected === 1;
  }

  async find(sql: Sql, tenantId: string, id: string): Promise<EnrollmentRow | undefined> {
    const [row] = await sql.query<EnrollmentRow>('select * from enrollments where tenant_id = $1 and id = $2', [
      tenantId,
      id,
    ]);
    return row;
  }

  /** The open link of each identity that has one. */
  async openOf(sql: Sql, tenantId: string, identityIds: readonly string[], now: Date): Promise<EnrollmentRow[]> {
    return sql.query<EnrollmentRow>(
      `select * from enrollments
       where tenant_id = $1 and identity_id = any($2::uuid[]) and used_at is null and expires_at > $3 order by id`,
      [tenantId, identityIds, now],
    );
  }

  async findByToken(sql: Sql, tenantId: string, tokenHash: Buffer, now: Date): Promise<FoundEnrollment | undefined> {
    const [row] = await sql.query<FoundEnrollment>(
      `select e.*, exists (
         select 1 from enrollments newer
         where newer.tenant_id = e.tenant_id and newer.identity_id = e.identity_id and newer.id <> e.id
           and newer.created_at >= e.created_at and newer.used_at is null and newer.expires_at > $3
       ) as newer_open
       from enrollments e where e.tenant_id = $1 and e.token_hash = $2`,
      [tenantId, tokenHash, now],
    );
    return row;
  }

  /**
   * Stores the challenge of a new ceremony, and so replaces an earlier ceremony of the same link. @returns false if the
   * link is no longer open
   */
  async beginCeremony(
    sql: Sql,
    { tenant_id, id }: Pick<EnrollmentRow, 'tenant_id' | 'id'>,
    ceremony: { challenge: string; expiresAt: Date; now: Date },
  ): Promise<boolean> {
    const affected = await sql.execute(
      `update enrollments set challenge = $3, challenge_expires_at = $4, opened_at = coalesce(opened_at, $5)
       where tenant_id = $1 and id = $2 and used_at is null and expires_at > $5`,
      [tenant_id, id, ceremony.challenge, ceremony.expiresAt, ceremony.now],
    );
    return affected === 1;
  }

  /** Marks a link as used. @returns false if the link was used or has ended, or another ceremony has begun */
  async spend(
    sql: Sql,
    { tenant_id, id }: Pick<EnrollmentRow, 'tenant_id' | 'id'>,
    challenge: string,
    now: Date,
  ): Promise<boolean> {
    const affected = await sql.execute(
      `update enrollments set used_at = $4, challenge = null, challenge_expires_at = null
       where tenant_id = $1 and id = $2 and challenge = $3 and used_at is null and expires_at > $4`,
      [tenant_id, id, challenge, now],
    );
    return affected === 1;
  }
}
