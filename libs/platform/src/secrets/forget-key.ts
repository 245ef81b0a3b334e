import type { DataSource } from 'typeorm';

/**
 * Marks an encryption key as lost, so that servers start without it. Secrets that were encrypted with it cannot be decrypted and must be
 * entered again. This function needs only the database, because no server starts while a key is missing.
 */
export async function forgetKey(source: DataSource, id: string): Promise<void> {
  await source.query(
    `insert into encryption_keys (id, lost_at) values ($1, now()) on conflict (id) do update set lost_at = now()`,
    [id],
  );
}
