import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { ConfigError } from '../config/environment.js';
import { Database } from '../database/database.js';
import { type SealedColumn, SealedColumns } from './sealed-columns.js';
import { SecretBox } from './secret-box.js';

interface Recorded {
  id: string;
  fingerprint: string | null;
  lost: boolean;
}

/** 16 hexadecimal digits that identify a key of 32 random bytes without revealing it. */
export function fingerprintOf(key: Buffer): string {
  return createHash('sha256').update('rollcall encryption key').update(key).digest('hex').slice(0, 16);
}

/**
 * Stops the start if ENCRYPTION_KEYS cannot decrypt the stored secrets. Nest runs this check before any worker starts, because the platform
 * module is global. No worker can therefore fail to decrypt a secret, or encrypt one with a wrong key.
 */
@Injectable()
export class KeyCheck implements OnApplicationBootstrap {
  private readonly log = new Logger(KeyCheck.name);

  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly columns: SealedColumns,
    private readonly box: SecretBox,
  ) {}

  /** @throws ConfigError with one line that contains the id of the missing or wrong key */
  async onApplicationBootstrap(): Promise<void> {
    const recorded = new Map((await this.recorded()).map((key) => [key.id, key]));
    const used = await this.usedIds();
    const given = new Map(this.config.encryptionKeys.map(({ id, key }) => [id, fingerprintOf(key)]));
    for (const id of used) if (!given.has(id)) this.refuseMissing(id, recorded.get(id));
    for (const [id, fingerprint] of given) {
      const before = recorded.get(id)?.fingerprint;
      if (used.has(id) && before && before !== fingerprint) throw wrongKey(id, fingerprint, before);
      if (before === fingerprint) continue;
      if (used.has(id)) await this.assertOpens(id, fingerprint);
      if (used.has(id) || id === this.box.primaryKeyId) await this.record(id, fingerprint);
    }
  }

  private refuseMissing(id: string, known: Recorded | undefined): void {
    if (known?.lost) {
      this.log.warn(`Secrets sealed with the lost encryption key ${id} cannot be opened; enter them again.`);
      return;
    }
    const fingerprint = known?.fingerprint ? ` (fingerprint ${known.fingerprint})` : '';
    throw new ConfigError(
      `ENCRYPTION_KEYS lacks key ${id}${fingerprint}, which sealed stored secrets. Put it back; if it is lost: rollcall keys forget ${id}`,
    );
  }

  /**
   * Checks a key that has no recorded fingerprint, such as a key of an earlier release: it must decrypt one stored value of each column.
   */
  private async assertOpens(id: string, fingerprint: string): Promise<void> {
    for (const column of this.columns.all()) {
      const sample = await this.sampleOf(column, id);
      if (!sample) continue;
      try {
        this.box.open(sample.sealed, column.aadOf(sample.key));
      } catch {
        throw wrongKey(id, fingerprint);
      }
    }
  }

  private recorded(): Promise<Recorded[]> {
    return this.database.query<Recorded>(
      `select id, fingerprint, lost_at is not null as lost from encryption_keys order by id`,
    );
  }

  /** Ids of the keys that encrypted stored secrets. Table and column names in this SQL are constants, not input. */
  private async usedIds(): Promise<Set<string>> {
    const all = this.columns.all();
    if (all.length === 0) return new Set();
    const selects = all.map(
      ({ table, column }) => `select split_part(${column}, '.', 2) as id from ${table} where ${column} is not null`,
    );
    const rows = await this.database.query<{ id: string }>(selects.join(' union '));
    return new Set(rows.map(({ id }) => id));
  }

  private async sampleOf({ table, column, primaryKey }: SealedColumn, id: string) {
    const key = primaryKey.map((name) => `${name}::text`).join(', ');
    const [sample] = await this.database.query<{ key: string[]; sealed: string }>(
      `select array[${key}] as key, ${column} as sealed from ${table} where split_part(${column}, '.', 2) = $1 limit 1`,
      [id],
    );
    return sample;
  }

  private async record(id: string, fingerprint: string): Promise<void> {
    await this.database.execute(
      `insert into encryption_keys (id, fingerprint) values ($1, $2)
       on conflict (id) do update set fingerprint = excluded.fingerprint, recorded_at = now(), lost_at = null`,
      [id, fingerprint],
    );
  }
}

function wrongKey(id: string, given: string, recorded?: string): ConfigError {
  const stored = recorded ? `; the stored secrets need the one with fingerprint ${recorded}` : '';
  return new ConfigError(
    `ENCRYPTION_KEYS: key ${id} (fingerprint ${given}) does not open the stored secrets${stored}. Put the right key back. A new key needs a new id, before the old one: k2:…,${id}:…`,
  );
}
