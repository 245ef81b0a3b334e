import type { Requirement } from '../requirement.js';
import { ASSET, createThree, createUser, defineAsset, expectError, listed } from '../resources.js';

export const sorting: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §3.4.2.3',
    says: 'the value of sortBy SHALL order the answer, ascending unless sortOrder says otherwise',
    keeps: ['3.4.2.3-1', '3.4.2.3-2'],
    shows: async (client) => {
      await createThree(client);
      expect(await listed(client, 'sortBy=userName')).toEqual(['anna', 'Bert', 'carl']);
      expect(await listed(client, 'sortBy=userName&sortOrder=ascending')).toEqual(['anna', 'Bert', 'carl']);
      expect(await listed(client, 'sortBy=userName&sortOrder=descending')).toEqual(['carl', 'Bert', 'anna']);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.3',
    says: 'resources without the value are last ascending, first descending',
    shows: async (client) => {
      await createThree(client);
      expect(await listed(client, 'sortBy=title')).toEqual(['anna', 'carl', 'Bert']);
      expect(await listed(client, 'sortBy=title&sortOrder=descending')).toEqual(['Bert', 'carl', 'anna']);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.3',
    says: 'sortOrder MUST sort by the type: strings as caseExact says, numbers by value, false before true',
    keeps: ['3.4.2.3-3'],
    shows: async (client, app) => {
      await defineAsset(client, app);
      for (const [at, text] of ['b', 'B', 'b', 'B', 'a'].entries()) {
        const asset = { weight: 11 - at };
        await createUser(client, `u${at}`, { title: text, externalId: text, active: text !== 'a', [ASSET]: asset });
      }
      expect(await listed(client, 'sortBy=title')).toEqual(['u4', 'u0', 'u1', 'u2', 'u3']);
      const exact = (await listed(client, 'sortBy=externalId')).filter((name) => name !== 'u4').join();
      expect(['u0,u2,u1,u3', 'u1,u3,u0,u2']).toContain(exact);
      expect(await listed(client, `sortBy=${ASSET}:weight`)).toEqual(['u4', 'u3', 'u2', 'u1', 'u0']);
      expect((await listed(client, 'sortBy=active'))[0]).toBe('u4');
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.3',
    says: 'of a multi-valued attribute the primary value counts, else the first',
    shows: async (client) => {
      await createUser(client, 'last', { emails: [{ value: 'a@x' }, { value: 'z@x', primary: true }] });
      await createUser(client, 'first', { emails: [{ value: 'b@x' }, { value: 'a@x' }] });
      await createUser(client, 'middle', { emails: [{ value: 'z@x' }, { value: 'c@x', primary: true }] });
      for (const by of ['emails', 'emails.value'])
        expect(await listed(client, `sortBy=${by}`)).toEqual(['first', 'middle', 'last']);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.3',
    says: 'sub-attributes are named by their path; what can’t be sorted by is refused',
    shows: async (client) => {
      await createUser(client, 'a', { name: { givenName: 'Zoe' } });
      await createUser(client, 'b', { name: { givenName: 'Ada' } });
      expect(await listed(client, 'sortBy=name.givenName')).toEqual(['b', 'a']);
      for (const query of ['sortBy=name', 'sortBy=shoe', 'sortBy=userName&sortOrder=up'])
        expectError(await client.send('GET', `/Users?${query}`), 400, 'invalidValue');
    },
  },
];
