import { systemCaller } from '@rollcall/platform';
import { ScimSchemaService } from '../../libs/scim/src/custom-schemas/scim-schema.service.js';
import { attribute, type AttributeDefinition } from '../../libs/scim/src/protocol/schemas/attribute.js';
import {
  GROUP,
  patchOf,
  type ScimApp,
  type ScimBody,
  type ScimClient,
  type ScimResponse,
  USER,
} from '../integration/scim/scim-app.js';

export const ASSET = 'urn:example:scim:schemas:Asset';
export const MISSING = '01890000-0000-7000-8000-000000000000';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** The full user from RFC 7643 §8.2, shortened. */
export function fullUser(userName = 'bjensen@example.com', more: object = {}): Record<string, unknown> {
  return {
    schemas: [USER, ENTERPRISE],
    userName,
    externalId: 'bjensen',
    name: { formatted: 'Ms. Barbara J Jensen, III', familyName: 'Jensen', givenName: 'Barbara' },
    displayName: 'Babs Jensen',
    nickName: 'Babs',
    emails: [
      { value: 'bjensen@example.com', type: 'work', primary: true },
      { value: 'babs@jensen.org', type: 'home' },
    ],
    phoneNumbers: [{ value: '555-555-5555', type: 'work' }],
    userType: 'Employee',
    title: 'Tour Guide',
    active: true,
    [ENTERPRISE]: { employeeNumber: '701984', department: 'Tours' },
    ...more,
  };
}

/**
 * Adds custom schemas to the integration: {@link ASSET} for users, and a schema `…:Group` with the same attributes for
 * groups.
 */
export async function defineAsset({ tenantId, integrationId }: ScimClient, { app }: ScimApp): Promise<void> {
  const attributes: AttributeDefinition[] = [
    attribute('serial', 'Serial number.', { mutability: 'immutable', caseExact: true }),
    attribute('marks', 'Engraved marks.', { mutability: 'immutable', multiValued: true }),
    attribute('codes', 'Codes.', { multiValued: true }),
    attribute('weight', 'Weight in grams.', { type: 'integer' }),
  ];
  const schema = { required: false, name: 'Asset', description: '', attributes };
  const schemas = app.get(ScimSchemaService, { strict: false });
  const caller = systemCaller(tenantId, 'test');
  await schemas.save(caller, integrationId, { ...schema, id: ASSET, resource_type: 'User' });
  await schemas.save(caller, integrationId, { ...schema, id: `${ASSET}:Group`, resource_type: 'Group' });
}

export function patchUser(client: ScimClient, id: string, ...operations: object[]): Promise<ScimResponse> {
  return client.send('PATCH', `/Users/${id}`, patchOf(...operations));
}

export async function createUser(client: ScimClient, userName?: string, more?: object): Promise<ScimBody> {
  const response = await client.send('POST', '/Users', fullUser(userName, more));
  expect(response).toMatchObject({ status: 201 });
  return response.body;
}

export async function createGroup(
  client: ScimClient,
  displayName: string,
  members: readonly string[] = [],
): Promise<ScimBody> {
  const body = { schemas: [GROUP], displayName, members: members.map((value) => ({ value })) };
  const response = await client.send('POST', '/Groups', body);
  expect(response).toMatchObject({ status: 201 });
  return response.body;
}

export async function getUser(client: ScimClient, id: string): Promise<ScimBody> {
  return (await client.send('GET', `/Users/${id}`)).body;
}

/** The userNames on the page that `query` returns, in the order of the page. */
export async function listed(client: ScimClient, query: string): Promise<string[]> {
  const response = await client.send('GET', `/Users?${query}`);
  expect(response).toMatchObject({ status: 200 });
  return response.body.Resources.map(({ userName }) => userName);
}

/** The userNames of the users that match a filter. */
export async function found(client: ScimClient, filter: string): Promise<string[]> {
  return listed(client, `filter=${encodeURIComponent(filter)}`);
}

/** Creates the users anna, Bert and carl. They differ in most attributes by which lists are filtered or sorted. */
export async function createThree(client: ScimClient): Promise<void> {
  await createUser(client, 'anna', {
    title: 'Engineer',
    emails: [
      { value: 'a@x.org', type: 'work' },
      { value: 'a@y.org', type: 'home' },
    ],
  });
  await createUser(client, 'Bert', {
    title: undefined,
    active: false,
    externalId: 'B',
    [ENTERPRISE]: { department: 'Sales' },
  });
  await createUser(client, 'carl', { title: 'engineer 100%', userType: 'Contractor' });
}

export function expectError({ body, status }: ScimResponse, expected: number, scimType?: string): void {
  expect({ status, scimType: body.scimType, text: body.status }).toEqual({
    status: expected,
    scimType,
    text: String(expected),
  });
}
