import { newId } from '@rollcall/platform';
import { type SeededDirectory, userNameOf } from './seed-directory.js';

/** One kind of request. */
export interface Work {
  name: string;
  /** Expected status. */
  status: number;
  /** Returns the next HTTP request. Its counter continues from run to run, so that each write changes a value. */
  next: () => string;
  /** Restores data that a run consumed. */
  reset?: 'members';
}

const PAGE = 100;
/** Page after page from the middle of the list, as an import reads them. */
export const PAGED_ON = 'pages of 100 from the middle on';
const START_INDEX = 5001;

/** The requests of the benchmark; those that add rows come last, because they affect the others. */
export function worksOn(seeded: SeededDirectory): Work[] {
  const { userIds, userCount, groupId, memberCount } = seeded;
  const request = requestOf(seeded);
  let read = 0;
  let looked = 0;
  let paged = 0;
  let switched = 0;
  let added = 0;
  const run = newId();
  let created = 0;
  return [
    { name: 'GET by id', status: 200, next: () => request('GET', `/Users/${userIds[(read += 7) % userIds.length]}`) },
    {
      name: 'userName eq',
      status: 200,
      next: () => request('GET', `/Users?filter=userName%20eq%20%22${userNameOf((looked += 7919) % userCount)}%22`),
    },
    {
      name: 'page of 100 at 5001',
      status: 200,
      next: () => request('GET', `/Users?startIndex=${START_INDEX}&count=${PAGE}`),
    },
    {
      name: PAGED_ON,
      status: 200,
      next: () => {
        const middle = Math.floor(userCount / 2);
        const startIndex = middle + 1 + ((PAGE * paged++) % (userCount - middle));
        return request('GET', `/Users?startIndex=${startIndex}&count=${PAGE}`);
      },
    },
    {
      name: 'PATCH active',
      status: 200,
      next: () => {
        const active = Math.floor(switched / userIds.length) % 2 === 1;
        return request('PATCH', `/Users/${userIds[switched++ % userIds.length]}`, patch('replace', { active }));
      },
    },
    {
      name: '+1 member, group of 5,000',
      status: 204,
      reset: 'members',
      next: () => {
        const value = userIds[memberCount + (added++ % (userIds.length - memberCount))];
        return request('PATCH', `/Groups/${groupId}`, patch('add', [{ value }], 'members'));
      },
    },
    { name: 'create', status: 201, next: () => request('POST', '/Users', newUser(`${run}.${created++}`)) },
  ];
}

function requestOf({ integrationId, token }: SeededDirectory) {
  const base = `/scim/v2/${integrationId}`;
  const headers = `Host: localhost\r\nAuthorization: Bearer ${token}\r\nAccept: application/scim+json\r\n`;
  return (method: string, path: string, body?: object): string => {
    if (body === undefined) return `${method} ${base}${path} HTTP/1.1\r\n${headers}\r\n`;
    const json = JSON.stringify(body);
    return `${method} ${base}${path} HTTP/1.1\r\n${headers}Content-Type: application/scim+json\r\nContent-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
  };
}

function patch(op: string, value: object, path?: string): object {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op, ...(path !== undefined && { path }), value }],
  };
}

/** A user as Okta sends it. */
function newUser(name: string): object {
  const userName = `${name}@rollcall.example`;
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName,
    name: { givenName: 'New', familyName: 'Person' },
    emails: [{ primary: true, value: userName, type: 'work' }],
    displayName: 'New Person',
    locale: 'en-US',
    externalId: name,
    groups: [],
    active: true,
  };
}
