import { Injectable } from '@nestjs/common';
import type { OpenChallenge, Sql } from '@rollcall/platform';

@Injectable()
export class SpentChallengeRepository {
  /** Marks a challenge as used, and deletes expired ones. @returns false when it was used before */
  async spend(sql: Sql, tenantId: string, { hash, expiresAt }: OpenChallenge, now: Date): Promise<boolean> {
    await sql.execute('delete from spent_challenges where tenant_id = $1 and expires_at <= $2', [tenantId, now]);
    const inserted = await sql.execute(
      `insert into spent_challenges (tenant_id, challenge_hash, expires_at) values ($1, $2, $3) on conflict do nothing`,
      [tenantId, hash, expiresAt],
    );
    return inserted === 1;
  }
}
