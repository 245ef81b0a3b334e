import type { Client } from 'pg';
import type { OktaUser } from '../../apps/okta-simulator/src/index.js';

/** Inserts an identity for each of an org's people, as Okta's provisioning would. @returns their ids, in the same order */
export async function linkPeople(
  client: Client,
  integrationId: string,
  people: readonly OktaUser[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `insert into identities (tenant_id, integration_id, id, user_name, external_id)
     select d.tenant_id, d.id, uuidv7(), person.login, person.okta_id
     from directory_integrations d, unnest($2::text[], $3::text[]) with ordinality person (login, okta_id, place)
     where d.id = $1 order by person.place returning id`,
    [integrationId, people.map(({ profile }) => profile['login']), people.map(({ id }) => id)],
  );
  await client.query('vacuum analyze');
  return rows.map(({ id }) => id);
}

/** Gives each identity a passkey and a registration that is already confirmed. */
export async function register(client: Client, integrationId: string, ids: readonly string[]): Promise<void> {
  await client.query('update identities set active_passkeys = 1 where integration_id = $1 and id = any ($2::uuid[])', [
    integrationId,
    ids,
  ]);
  await client.query(
    `insert into registrations (tenant_id, integration_id, identity_id, done_seq, desired, confirmed, state, okta_user_id, confirmed_at)
     select i.tenant_id, i.integration_id, i.id, 1, true, true, 'IN_SYNC', i.external_id, now()
     from identities i where i.integration_id = $1 and i.id = any ($2::uuid[])`,
    [integrationId, ids],
  );
  await client.query('vacuum analyze');
}
