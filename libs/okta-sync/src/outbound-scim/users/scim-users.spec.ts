import type { ScimJson } from '../transport/scim-answer.js';
import { ScimDialects } from '../transport/scim-dialects.js';
import type { ScimRead, ScimReader } from './scim-reader.js';
import { ScimRequestError } from '../transport/scim-request-error.js';
import type { ScimServer } from '../transport/scim-server.js';
import { ScimUsers } from './scim-users.js';

const server = {
  integrationId: 'i',
  baseUrl: 'https://scim.example',
  extension: 'urn:e',
  attribute: 'a',
} as ScimServer;

/** A server that answers 400 to the given filters, and finds a user for every other filter. */
function usersOf(refuses: (filter: string) => boolean): { users: ScimUsers; asked: string[] } {
  const asked: string[] = [];
  const read = async (_: ScimServer, { query }: ScimRead): Promise<ScimJson> => {
    const filter = query?.['filter'] ?? '';
    asked.push(filter);
    if (refuses(filter))
      throw new ScimRequestError(
        { kind: 'ERROR', status: 400, code: 'invalidFilter', summary: 'no', resetAt: undefined },
        'GET',
      );
    return { totalResults: 1, Resources: [{ id: 'r1', userName: 'ada', externalId: filter.split('"')[1] }] };
  };
  return { users: new ScimUsers({ read } as unknown as ScimReader, new ScimDialects()), asked };
}

describe('a search by externalId', () => {
  it('finds the next user after the server refused the filter for one user', async () => {
    const { users } = usersOf((filter) => filter.includes('odd'));
    expect(await users.findByExternalId(server, 'odd')).toEqual([]);
    expect(await users.findByExternalId(server, 'e-ada')).toMatchObject([{ id: 'r1' }]);
  });

  it('sends no request after three refusals in a row, and tries again from time to time', async () => {
    let knows = false;
    const { users, asked } = usersOf(() => !knows);
    for (let index = 0; index < 40; index += 1) await users.findByExternalId(server, `e-${index}`);
    expect(asked).toHaveLength(3);
    knows = true;
    for (let index = 0; index < 20; index += 1) await users.findByExternalId(server, `e-${index}`);
    expect(asked.length).toBeGreaterThan(4);
    expect(await users.findByExternalId(server, 'e-ada')).toMatchObject([{ id: 'r1' }]);
  });
});
