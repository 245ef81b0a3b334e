import { systemCaller } from '@rollcall/platform';
import { ScimSchemaService } from '../../../libs/scim/src/custom-schemas/scim-schema.service.js';
import { ownAttribute } from './own-attribute.js';
import { oktaUser, patchOf, type ScimApp, type ScimClient, startScim, USER } from './scim-app.js';

const BADGE = 'urn:example:scim:schemas:Badge';

let scim: ScimApp;
let client: ScimClient;

beforeAll(async () => {
  scim = await startScim();
});
afterAll(() => scim.close());
beforeEach(async () => {
  client = await scim.client();
});

const service = () => scim.app.get(ScimSchemaService, { strict: false });
const caller = () => systemCaller(client.tenantId, 'test');
const badge = (
  id = BADGE,
  attributes = [ownAttribute('number', { type: 'integer' }), ownAttribute('floors', { multiValued: true })],
) => ({
  id,
  resource_type: 'User' as const,
  required: false,
  name: 'Badge',
  description: 'Access badge',
  attributes,
});
const withBadge = (value: unknown, name = 'a') => oktaUser(name, { schemas: [USER, BADGE], [BADGE]: value });

it('a schema is validated, stored, filtered by and discovered only in its own integration', async () => {
  await service().save(caller(), client.integrationId, badge());
  const other = await scim.client();

  expect((await client.send('POST', '/Users', withBadge({ number: 'seven' }))).body.scimType).toBe('invalidValue');
  const { body: user } = await client.send('POST', '/Users', withBadge({ NUMBER: 7, floors: ['1', '2'] }));
  expect(user).toMatchObject({ schemas: [USER, BADGE], [BADGE]: { number: 7, floors: ['1', '2'] } });
  const patched = await client.send(
    'PATCH',
    `/Users/${user.id}`,
    patchOf({ op: 'replace', path: `${BADGE}:number`, value: 8 }),
  );
  expect(patched.body[BADGE]).toMatchObject({ number: 8 });
  const filter = encodeURIComponent(`${BADGE}:number gt 7 and ${BADGE}:floors eq "2"`);
  expect((await client.send('GET', `/Users?filter=${filter}`)).body.totalResults).toBe(1);
  expect((await other.send('GET', `/Users?filter=${filter}`)).body.scimType).toBe('invalidFilter');

  const ids = async ({ send }: ScimClient) => (await send('GET', '/Schemas')).body.Resources.map(({ id }) => id);
  expect(await ids(client)).toContain(BADGE);
  expect(await ids(other)).not.toContain(BADGE);
  expect((await client.send('GET', '/ResourceTypes/User')).body['schemaExtensions']).toContainEqual({
    schema: BADGE,
    required: false,
  });
});

it('stores attributes of undeclared schemas, so that GET followed by PUT loses nothing', async () => {
  const { body } = await client.send('POST', '/Users', withBadge({ number: 'seven' }));
  expect(body[BADGE]).toEqual({ number: 'seven' });
  expect((await client.send('PUT', `/Users/${body.id}`, body)).body).toEqual(body);
});

it('refuses names that a filter cannot contain, and existing names', async () => {
  const save = (draft: object) => service().save(caller(), client.integrationId, { ...badge(), ...draft });
  const refusal = { code: 'BAD_USER_INPUT', field: 'attributes' };
  await expect(save({ id: 'Badge' })).rejects.toMatchObject(refusal);
  await expect(save({ id: USER })).rejects.toMatchObject(refusal);
  await expect(save({ id: 'urn:ietf:params:scim:api:messages:2.0:Badge' })).rejects.toMatchObject(refusal);
  await expect(save({ attributes: [ownAttribute('a b')] })).rejects.toMatchObject(refusal);
  await expect(
    service().save(systemCaller((await scim.client()).tenantId, 'x'), client.integrationId, badge()),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('is audited, replaced and deleted', async () => {
  await service().save(caller(), client.integrationId, badge());
  await service().save(caller(), client.integrationId, { ...badge(), description: 'new' });
  expect(await service().list(caller(), client.integrationId)).toMatchObject([{ id: BADGE, description: 'new' }]);
  await service().delete(caller(), client.integrationId, BADGE);
  await expect(service().delete(caller(), client.integrationId, BADGE)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const events = await scim.database.query<{ action: string }>(
    'select action from audit_events where tenant_id = $1 and subject_id = $2 order by id',
    [client.tenantId, BADGE],
  );
  expect(events.map(({ action }) => action)).toEqual(['scim-schema.saved', 'scim-schema.saved', 'scim-schema.deleted']);
});
