import { Client } from 'pg';

/** Inserts a week of sign-ins of an integration. Most of them are successful sign-ins of its people. */
export async function seedSignIns(databaseUrl: string, integrationId: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into sign_in_events (tenant_id, id, integration_id, at, outcome, reason, identity_id, ip, user_agent, duration_ms)
       select d.tenant_id, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8' || lpad(to_hex(n), 15, '0'))::uuid,
         d.id, at, outcome, case outcome when 'REFUSED' then 'PASSKEY_REVOKED' when 'ABANDONED' then 'WENT_BACK' end,
         case outcome when 'ABANDONED' then null else (select i.id from identities i where i.tenant_id = d.tenant_id and i.integration_id = d.id
           order by i.id offset n % 3 limit 1) end,
         '203.0.113.' || n % 20, 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36', 3000 + n % 9 * 700
       from directory_integrations d
       cross join lateral (
         select n, now() - n * interval '47 minutes' as at,
           case when n % 17 = 3 then 'REFUSED' when n % 23 = 5 then 'ABANDONED' else 'SUCCEEDED' end as outcome
         from generate_series(1, 200) n
       ) event
       where d.id = $1`,
      [integrationId],
    );
  } finally {
    await client.end();
  }
}
