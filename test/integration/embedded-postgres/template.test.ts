import { createDatabase, seedIntegration, seedTenant } from '../../support/index.js';

test('databases cloned from the template are migrated, empty and independent of each other', async () => {
  const [one, other] = await Promise.all([createDatabase(), createDatabase()]);
  try {
    const tenantId = await seedTenant(one.database);
    await seedIntegration(one.database, tenantId);
    const count = 'select count(*)::int as n from directory_integrations';
    expect(await one.database.query(count)).toEqual([{ n: 1 }]);
    expect(await other.database.query(count)).toEqual([{ n: 0 }]);
  } finally {
    await Promise.all([one.drop(), other.drop()]);
  }
});
