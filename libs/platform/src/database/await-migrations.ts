import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { openSource } from './open-source.js';

const POLL_MS = 1_000;
const REMIND_AFTER_POLLS = 30;

/**
 * Waits until another process has migrated the schema (`MIGRATE=off`). The wait has no limit; the supervisor of this process may end it.
 * @param report is called with one line at the start of a wait and every 30 seconds
 * @throws ConfigError when the database cannot be reached
 */
export async function awaitMigrations(source: DataSource, report: (line: string) => void): Promise<void> {
  await openSource(source);
  try {
    for (let poll = 0; ; poll += 1) {
      const missing = await missingMigrations(source);
      if (missing.length === 0) return;
      if (poll % REMIND_AFTER_POLLS === 0) {
        report(
          `Waiting for ${missing.length} migrations (MIGRATE=off), the next is ${missing[0]}. Run: rollcall migrate`,
        );
      }
      await sleep(POLL_MS);
    }
  } finally {
    await source.destroy();
  }
}

async function missingMigrations(source: DataSource): Promise<string[]> {
  const [table] = await source.query<{ exists: boolean }[]>(`select to_regclass('migrations') is not null as exists`);
  const rows = table?.exists ? await source.query<{ name: string }[]>('select name from migrations') : [];
  const done = new Set(rows.map(({ name }) => name));
  return source.migrations.map(({ name }) => name ?? '').filter((name) => !done.has(name));
}
