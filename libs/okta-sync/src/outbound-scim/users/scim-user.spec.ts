import { toRemoteUser } from './scim-user.js';

const SERVER = { extension: 'urn:example:User', attribute: 'hasPasskey' };

it.each([
  [{ 'urn:example:User': { hasPasskey: true } }, true],
  [{ 'URN:Example:user': { HASPASSKEY: true } }, true],
  [{ 'urn:example:User': { hasPasskey: false } }, false],
  [{ 'urn:example:User': { hasPasskey: 'true' } }, true],
  [{ 'urn:example:User': { hasPasskey: 'False' } }, false],
  [{ 'urn:example:User': { hasPasskey: 'yes' } }, false],
  [{ 'urn:example:User': { hasPasskey: null } }, false],
  [{ 'urn:example:User': null }, false],
  [{ hasPasskey: true }, false],
  [{}, false],
])('reads the flag of %j', (members, registered) => {
  expect(toRemoteUser({ id: 'a', userName: 'Ada', externalId: 'e', ...members }, SERVER)).toEqual({
    id: 'a',
    login: 'Ada',
    externalId: 'e',
    registered,
    obstacle: null,
  });
});

it('reads no name from a value that is not a name', () => {
  expect(toRemoteUser({ id: {}, userName: null, externalId: '' }, SERVER)).toMatchObject({
    id: '',
    login: '',
    externalId: undefined,
  });
});

it.each([
  ['a/b?c#d%', 'a/b?c#d%'],
  [4711, '4711'],
  [1.5, ''],
  ['..', ''],
  ['.', ''],
])('reads the id %j as %j', (id, expected) => {
  expect(toRemoteUser({ ID: id }, SERVER).id).toBe(expected);
});
