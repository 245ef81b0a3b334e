import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.js';
import { Database } from '../database/database.js';
import { DomainError } from '../errors/domain-error.js';
import type { Caller } from '../identity/caller.js';
import { SecretBox } from './secret-box.js';
import { type SealedColumn, SealedColumns } from './sealed-columns.js';

const BATCH = 200;

interface SealedValue {
  key: string[];
  sealed: string;
}

/** Encrypts stored secrets again with the first of ENCRYPTION_KEYS. The older keys may then be removed from the list. */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly database: Database,
    private readonly columns: SealedColumns,
    private readonly box: SecretBox,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Converts one row after the other while the servers run. It skips a value that a request changes at the same time. It may be run again
   * at any time.
   * @returns number of converted secrets
   * @throws DomainError CONFLICT at the end, with the ids of the keys whose values could not be decrypted
   */
  async rotate(caller: Caller): Promise<number> {
    let resealed = 0;
    const closed = new Map<string, number>();
    for (const column of this.columns.all()) resealed += await this.rotateColumn(column, closed);
    await this.audit.record(this.database, caller, {
      action: 'encryption_keys.rotated',
      detail: { primaryKeyId: this.box.primaryKeyId, resealed, leftBehind: Object.fromEntries(closed) },
    });
    if (closed.size === 0) return resealed;
    const left = [...closed].map(([id, count]) => `${count} under ${id}`).join(', ');
    throw DomainError.conflict(
      `${resealed} secrets were resealed, but some could not be opened: ${left}. Put the key back into ENCRYPTION_KEYS, or enter these secrets again.`,
    );
  }

  private async rotateColumn(column: SealedColumn, closed: Map<string, number>): Promise<number> {
    let resealed = 0;
    for (let last: string[] | undefined, batch: SealedValue[] | undefined; ; last = batch.at(-1)?.key) {
      batch = await this.outdated(column, last);
      for (const value of batch) {
        const opened = this.open(column, value);
        if (opened !== undefined) resealed += await this.replace(column, value, opened);
        else closed.set(this.box.keyIdOf(value.sealed), (closed.get(this.box.keyIdOf(value.sealed)) ?? 0) + 1);
      }
      if (batch.length < BATCH) return resealed;
    }
  }

  private open({ aadOf }: SealedColumn, { key, sealed }: SealedValue): string | undefined {
    try {
      return this.box.open(sealed, aadOf(key));
    } catch {
      return undefined;
    }
  }

  /** Secrets of older keys. Table and column names in this SQL are constants; values are parameters. */
  private outdated({ table, column, primaryKey }: SealedColumn, last: string[] | undefined): Promise<SealedValue[]> {
    const key = primaryKey.map((name) => `${name}::text`).join(', ');
    const order = primaryKey.map((name) => `${name}::text collate "C"`).join(', ');
    const after = last ? `and (${order}) > (${last.map((_, index) => `$${index + 2}::text`).join(', ')})` : '';
    return this.database.query<SealedValue>(
      `select array[${key}] as key, ${column} as sealed from ${table}
       where ${column} is not null and split_part(${column}, '.', 2) <> $1 ${after}
       order by ${order} limit ${BATCH}`,
      [this.box.primaryKeyId, ...(last ?? [])],
    );
  }

  private replace(
    { table, column, primaryKey, aadOf }: SealedColumn,
    { key, sealed }: SealedValue,
    opened: string,
  ): Promise<number> {
    const row = primaryKey.map((name, index) => `${name}::text = $${index + 3}`).join(' and ');
    return this.database.execute(`update ${table} set ${column} = $1 where ${column} = $2 and ${row}`, [
      this.box.seal(opened, aadOf(key)),
      sealed,
      ...key,
    ]);
  }
}
