import { type ServerApp, startServerApp } from './server-app.js';

const BADGE = 'urn:example:scim:schemas:Badge';

let server: ServerApp;
let integrationId: string;
let token: string;
beforeAll(async () => {
  server = await startServerApp();
  const ask = async (query: string): Promise<Record<string, Record<string, string>>> =>
    (await server.graphql({ query })).json<{ data: Record<string, Record<string, string>> }>().data;
  const made = await ask('mutation { createDirectoryIntegration(input: { name: "Okta", provider: OKTA }) { id } }');
  integrationId = made['createDirectoryIntegration']!['id']!;
  const generated = await ask(
    `mutation { generateBearerToken(input: { integrationId: "${integrationId}" }) { token } }`,
  );
  token = generated['generateBearerToken']!['token']!;
});
afterAll(() => server.stop());

const save = (attribute: object) =>
  server.graphql({
    query: `mutation ($input: SaveScimSchemaInput!) {
      saveScimSchema(input: $input) { attributes { name referenceTypes subAttributes { name referenceTypes } } } }`,
    variables: { input: { integrationId, id: BADGE, resourceType: 'User', name: 'Badge', attributes: [attribute] } },
  });

it('keeps the reference types of references, and shows them in /Schemas', async () => {
  const photo = { name: 'photo', type: 'reference', referenceTypes: ['external', 'uri'] };
  const owner = { name: 'owner', type: 'complex', subAttributes: [photo, { name: 'note' }] };
  const [saved] = (await save(owner)).json<{ data: { saveScimSchema: { attributes: object[] } } }>().data.saveScimSchema
    .attributes;
  expect(saved).toMatchObject({
    subAttributes: [
      { name: 'photo', referenceTypes: ['external', 'uri'] },
      { name: 'note', referenceTypes: null },
    ],
  });
  const { body } = await server.inject({
    method: 'GET',
    url: `/scim/v2/${integrationId}/Schemas/${BADGE}`,
    headers: { authorization: `Bearer ${token}` },
  });
  const [attribute] = (JSON.parse(body) as { attributes: { subAttributes: object[] }[] }).attributes;
  expect(attribute?.subAttributes[0]).toMatchObject({ type: 'reference', referenceTypes: ['external', 'uri'] });
  expect(attribute?.subAttributes[1]).not.toHaveProperty('referenceTypes');
});

it.each([
  ['of text', { type: 'string', referenceTypes: ['uri'] }],
  ['that RFC 7643 does not know', { type: 'reference', referenceTypes: ['Shoe'] }],
  ['that are none', { type: 'reference', referenceTypes: [] }],
])('refuses reference types %s', async (_, attribute) => {
  const { errors } = (await save({ name: 'photo', ...attribute })).json<{ errors: { extensions: object }[] }>();
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'attributes' });
});
