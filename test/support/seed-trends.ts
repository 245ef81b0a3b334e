import { Client } from 'pg';

/**
 * Inserts a week of trend samples of an integration, with busy hours, quiet hours, and some minutes without new
 * passkeys.
 */
export async function seedTrends(databaseUrl: string, integrationId: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into trend_samples (tenant_id, integration_id, at, binds, bind_p50, bind_p95, queued, oldest, quota_left)
       select i.tenant_id, i.id, at, binds, 0.2 + load / 4, 0.5 + load * 2, round(load * 6), case when load > 0.2 then load * 8 end, 1 - load * 0.7
       from directory_integrations i
       cross join lateral (
         select date_trunc('minute', now()) - n * interval '1 minute' as at, (1 + sin(n / 90.0)) / 2 as load,
           case when n % 7 = 0 then 0 else round(4 * (1 + sin(n / 90.0)))::int end as binds
         from generate_series(1, 10080) n
       ) minute
       where i.id = $1 on conflict do nothing`,
      [integrationId],
    );
    await client.query('update trend_samples set bind_p50 = null, bind_p95 = null where binds = 0');
  } finally {
    await client.end();
  }
}
