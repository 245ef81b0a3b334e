import { eventually, startServer, type TestServer } from '../support/index.js';
import { AdminApi } from './admin-api.js';

/** The number is larger than a page of links. */
const PEOPLE = 510;
const AT_ONCE = 10;
const BATCH = 'status examined created';

interface Batch {
  id: string;
  status: string;
  examined: number;
  created: number;
}

interface Link {
  userName: string;
  url: string;
}

let server: TestServer;
let admin: AdminApi;
let integrationId: string;

beforeAll(async () => {
  server = await startServer({ SCIM_RATE_LIMIT: '0' });
  admin = new AdminApi(server.url, server.adminToken);
  const created = await admin.createIntegration('Okta');
  integrationId = created.id;
  const { token } = await admin.generateBearerToken(integrationId);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' };
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
  for (let from = 0; from < PEOPLE; from += AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, at) => {
        const body = JSON.stringify({ schemas, userName: `person.${from + at}@acme.example` });
        const answer = await fetch(`${created.scimUrl}/Users`, { method: 'POST', headers, body });
        expect(answer.status).toBe(201);
      }),
    );
  }
});
afterAll(() => server?.stop());

async function batch(id: string): Promise<Batch> {
  return admin.ask(`query ($id: ID!) { enrollmentBatch(id: $id) { id ${BATCH} } }`, { id });
}

it('a server that is killed while it makes links continues after its restart, and each person has one valid link', async () => {
  const { id } = await admin.ask<Batch>(
    `mutation ($input: CreateEnrollmentsInput!) { createEnrollments(input: $input) { id ${BATCH} } }`,
    { input: { integrationId } },
  );
  await eventually(async () => expect((await batch(id)).examined).toBeGreaterThan(0), { pauseMs: 1 });
  await server.kill();
  await server.restart();
  const ended = await eventually(async () => {
    const now = await batch(id);
    expect(now.status).toBe('SUCCEEDED');
    return now;
  });
  expect(ended).toMatchObject({ examined: PEOPLE, created: PEOPLE });
  const links: Link[] = [];
  for (let from: string | null = null, pages = 0; pages < 2; pages += 1) {
    const page: { links: Link[]; next: string | null } = await admin.ask(
      'mutation ($id: ID!, $from: String) { fetchEnrollmentLinks(batchId: $id, from: $from) { links { userName url } next } }',
      { id, from },
    );
    links.push(...page.links);
    from = page.next;
    expect(from === null).toBe(pages === 1);
  }
  expect(new Set(links.map(({ userName }) => userName)).size).toBe(PEOPLE);
  for (const { url } of [links[0]!, links.at(-1)!]) expect((await fetch(url)).status).toBe(200);
});
