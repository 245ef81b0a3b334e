import type { SeededRandom } from '../harness/seeded-random.js';
import { MAX_SEARCH_LAG_MS, OktaOrg, orgIdOf } from '../targets/okta-org.js';
import { ScimServer } from '../targets/scim-server.js';
import type { SimulatedTarget } from '../targets/simulated-target.js';
import { Actors } from './actors.js';
import type { World } from './world.js';

/** Okta integrations may share an org, also under two host names; a SCIM server is used alone or together with an org. */
const SHAPES = {
  OKTA: ['OKTA'],
  SHARED_ORG: ['OKTA', 'SAME_ORG'],
  TWO_ORGS: ['OKTA', 'OTHER_ORG'],
  SCIM: ['SCIM'],
  OKTA_AND_SCIM: ['OKTA', 'SCIM'],
  TWO_NAMES: ['OKTA', 'OTHER_NAME'],
} as const;

const OTHER_NAME = 'acme-sso.okta.com';

const WEIGHTS = { OKTA: 3, SHARED_ORG: 4, TWO_ORGS: 1, SCIM: 2, OKTA_AND_SCIM: 1, TWO_NAMES: 1 };

/** Draws and starts the targets, integrations, people and workers of a run. */
export async function setUp(world: World, actors: Actors): Promise<void> {
  const { random } = world;
  // Few users, so that more happens to each of them at once.
  const users = random.pick([1, 2, 2, 3, 5]);
  const shape = random.weighted(WEIGHTS);
  world.trace.reach(`integrations: ${shape}`);
  await world.sql('insert into tenants (id, name) values ($1, $2)', [world.tenantId, 'Acme']);
  world.startApi();
  let first: SimulatedTarget | undefined;
  for (const [index, kind] of SHAPES[shape].entries()) {
    const id = `00000000-0000-7000-8000-00000000001${index}`;
    const shared = kind === 'SAME_ORG' || kind === 'OTHER_NAME';
    const target = shared && first ? first : makeTarget(kind, index, users, random);
    first ??= target;
    await world.sql('insert into directory_integrations (tenant_id, id, name, provider) values ($1, $2, $3, $4)', [
      world.tenantId,
      id,
      `Integration ${index}`,
      target instanceof ScimServer ? 'GENERIC_SCIM' : 'OKTA',
    ]);
    await world.sql(
      `insert into okta_event_hooks (tenant_id, integration_id, secret_hash, last_four) values ($1, $2, '\\x00', 'hook')`,
      [world.tenantId, id],
    );
    const host = kind === 'OTHER_NAME' ? OTHER_NAME : target.host;
    actors.administrators.configure(world.addIntegration(id, target, host), true);
  }
  await world.pass(1_000);
  if (shape === 'TWO_NAMES') await nameOrgs(world);
  // Most runs have no safety cap for directory changes; a cap of zero holds each change to false until it is approved.
  const ratio = random.chance(0.15) ? 0 : 1;
  await world.sql('update registration_syncs set max_directory_change_ratio = $1', [ratio]);
  const people = users * world.integrations.length;
  for (let number = 0; number <= people; number += 1) actors.directory.push();
  await world.pass(1_000);
  for (let number = 0; number <= people; number += 1) actors.directory.bind();
  const workers = random.whole(1, 4);
  for (let number = 1; number <= workers; number += 1) world.startWorker();
}

/** Records at the start that both host names lead to one org. In the product the health check finds this out, perhaps much later. */
async function nameOrgs(world: World): Promise<void> {
  for (const { host, target } of world.integrations)
    await world.sql('insert into okta_org_names (tenant_id, okta_domain, org_id) values ($1, $2, $3)', [
      world.tenantId,
      host,
      orgIdOf(target.host),
    ]);
}

function makeTarget(kind: string, index: number, users: number, random: SeededRandom): SimulatedTarget {
  const numbers = Array.from({ length: users }, (_, number) => number + 1);
  if (kind === 'SCIM') {
    const server = new ScimServer({
      host: 'scim.example.com',
      extension: 'urn:example:params:scim:schemas:extension:rollcall:2.0:User',
      attribute: 'byndidRegistered',
      answersBody: random.chance(0.5),
      refusesExternalIdFilter: random.chance(0.1),
    });
    for (const number of numbers) server.addUser(`s${number}`, `user${number}@example.com`, `00u${number}`, false);
    server.addUser('sstranger', 'stranger@example.com', '00ustranger', random.chance(0.5));
    return server;
  }
  const org = new OktaOrg({
    host: index === 0 ? 'acme.okta.com' : `acme${index}.okta.com`,
    attribute: 'byndidRegistered',
    limit: random.pick([60, 600, 600]),
    searchLagMs: random.pick([0, 500, MAX_SEARCH_LAG_MS]),
    skewMs: Math.round(random.between(-60_000, 60_000)),
    pageSize: random.pick([2, 200]),
    schemaLagMs: random.chance(0.15) ? random.pick([0, 2_000, 8_000]) : undefined,
    refusedUserId: random.chance(0.1) ? '00u1' : undefined,
  });
  for (const number of numbers) org.addUser(`00u${number}`, `user${number}@example.com`, false);
  org.addUser('00ustranger', 'stranger@example.com', random.chance(0.5));
  return org;
}
