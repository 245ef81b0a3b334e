import type { Requirement } from '../requirement.js';
import { expectError } from '../resources.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';

export const discovery: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §4',
    says: 'ServiceProviderConfig SHALL be of its schema; it lists what is supported',
    keeps: ['4-1'],
    shows: async (client) => {
      const { status, body } = await client.send('GET', '/ServiceProviderConfig');
      expect([status, body.schemas]).toEqual([200, [`${CORE}:ServiceProviderConfig`]]);
      for (const ability of ['patch', 'bulk', 'filter', 'sort', 'etag'])
        expect(body[ability]).toMatchObject({ supported: true });
      expect(body['changePassword']).toEqual({ supported: false });
      // RFC 7643 §5 does not define `pagination`, and strict SDKs refuse unknown attributes. It is therefore returned
      // only if the client asks for it.
      expect(body).not.toHaveProperty('pagination');
      const asked = await client.send('GET', '/ServiceProviderConfig?attributes=pagination');
      expect(asked.body['pagination']).toMatchObject({ cursor: true, index: true });
      expect(body['authenticationSchemes']).toContainEqual(expect.objectContaining({ type: 'oauthbearertoken' }));
    },
  },
  {
    cite: 'RFC 7644 §4',
    says: '/Schemas SHALL return all supported schemas, /ResourceTypes all types, as ListResponse; each is found by its id',
    keeps: ['4-2', '4-3'],
    shows: async (client) => {
      for (const endpoint of ['/Schemas', '/ResourceTypes']) {
        const { body } = await client.send('GET', endpoint);
        expect(body.schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:ListResponse']);
        expect(body.totalResults).toBe(body.Resources.length);
        for (const resource of body.Resources)
          expect((await client.send('GET', `${endpoint}/${resource.id}`)).body).toEqual(resource);
      }
      const { body: types } = await client.send('GET', '/ResourceTypes');
      const { body: schemas } = await client.send('GET', '/Schemas');
      const ids = schemas.Resources.map(({ id }) => id);
      for (const type of types.Resources) {
        const extensions = type['schemaExtensions'] as { schema: string }[];
        expect(ids).toEqual(expect.arrayContaining([type['schema'], ...extensions.map(({ schema }) => schema)]));
      }
      expectError(await client.send('GET', '/Schemas/urn:x'), 404);
    },
  },
  {
    cite: 'RFC 7644 §4',
    says: 'sorting and paging SHALL be ignored; a filter SHOULD be answered with 403',
    keeps: ['4-4'],
    shows: async (client) => {
      for (const endpoint of ['/Schemas', '/ResourceTypes']) {
        const { body } = await client.send('GET', endpoint);
        const query = 'startIndex=2&count=1&sortBy=name&sortOrder=descending';
        expect((await client.send('GET', `${endpoint}?${query}`)).body).toEqual(body);
        expectError(await client.send('GET', `${endpoint}?filter=id+pr`), 403);
      }
    },
  },
];
