import { GROUP, type ScimBody, type ScimClient, type ScimResponse, USER } from '../integration/scim/scim-app.js';

export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** The full user of RFC 7643 §8.2, shortened. */
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

/** userNames of the users that a filter finds. */
export async function found(client: ScimClient, filter: string): Promise<string[]> {
  const response = await client.send('GET', `/Users?filter=${encodeURIComponent(filter)}`);
  expect(response).toMatchObject({ status: 200 });
  return response.body.Resources.map(({ userName }) => userName);
}

export function expectError({ body, status }: ScimResponse, expected: number, scimType?: string): void {
  expect({ status, scimType: body.scimType, text: body.status }).toEqual({
    status: expected,
    scimType,
    text: String(expected),
  });
}
