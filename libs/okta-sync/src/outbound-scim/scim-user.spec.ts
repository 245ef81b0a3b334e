import { toRemoteUser } from './scim-user.js';

const SERVER = { extension: 'urn:example:User', attribute: 'hasPasskey' };

it.each([
  [{ 'urn:example:User': { hasPasskey: true } }, true],
  [{ 'URN:Example:user': { HASPASSKEY: true } }, true],
  [{ 'urn:example:User': { hasPasskey: false } }, false],
  [{ 'urn:example:User': { hasPasskey: 'true' } }, false],
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

it('takes nothing for a name that is none', () => {
  expect(toRemoteUser({ id: 7, userName: null, externalId: '' }, SERVER)).toMatchObject({
    id: '',
    login: '',
    externalId: undefined,
  });
});
