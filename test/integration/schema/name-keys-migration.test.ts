import { migrations, migrationSource } from '../../../migrations/index.js';
import { createDatabase, seedIntegration, seedTenant, type TestDatabase } from '../../support/index.js';

const COMPOSED = 'andr\u00e9';
const DECOMPOSED = 'ANDRE\u0301';

describe('two names that were different before keys were compared', () => {
  let on: TestDatabase;
  let tenantId: string;
  let integrationId: string;
  beforeAll(async () => {
    on = await createDatabase();
    const source = await migrationSource(on.url).initialize();
    const later = migrations.filter(({ name }) => Number(name.slice(-13)) >= 1796000000600);
    for (const _ of later) await source.undoLastMigration({ transaction: 'each' });
    tenantId = await seedTenant(on.database);
    integrationId = await seedIntegration(on.database, tenantId);
    for (const userName of ['ada', COMPOSED, DECOMPOSED]) await insert(userName);
    await source.runMigrations({ transaction: 'each' });
    await source.destroy();
  });
  afterAll(() => on.drop());

  const insert = (userName: string) =>
    on.database.execute(
      `insert into identities (tenant_id, integration_id, id, user_name, created_at)
       values ($1, $2, gen_random_uuid(), $3, clock_timestamp())`,
      [tenantId, integrationId, userName],
    );
  const stored = () =>
    on.database.query(
      `select user_name as name, user_name_key as key, shared_name_key as shared from identities
       where tenant_id = $1 order by created_at`,
      [tenantId],
    );

  it('are both kept, and the older one gets the key', async () =>
    expect(await stored()).toEqual([
      { name: 'ada', key: 'ada', shared: null },
      { name: COMPOSED, key: COMPOSED, shared: COMPOSED },
      { name: DECOMPOSED, key: `\u0001${DECOMPOSED.toLowerCase()}`, shared: COMPOSED },
    ]));

  it('a writer that does not know the key column is refused a third spelling', async () => {
    await expect(insert('Andre\u0301')).rejects.toThrow('identities_user_name');
    await expect(
      on.database.execute(`update identities set user_name = $2 where tenant_id = $1 and user_name = 'ada'`, [
        tenantId,
        'ＡＮＤＲ\u00c9',
      ]),
    ).rejects.toThrow('identities_user_name');
  });

  it('a writer that does not know the key column stores the key', async () => {
    await on.database.execute(`update identities set user_name = 'İda' where tenant_id = $1 and user_name = 'ada'`, [
      tenantId,
    ]);
    expect((await stored())[0]).toEqual({ name: 'İda', key: 'i\u0307da', shared: null });
  });

  it('when one of them is renamed, the other one alone has the name', async () => {
    await on.database.execute(`update identities set user_name = 'andreas' where tenant_id = $1 and user_name = $2`, [
      tenantId,
      COMPOSED,
    ]);
    expect((await stored()).slice(1)).toEqual([
      { name: 'andreas', key: 'andreas', shared: null },
      { name: DECOMPOSED, key: COMPOSED, shared: null },
    ]);
  });
});
