import { redactBody, redactPath } from './redact.js';

describe('redacted requests', () => {
  it.each([
    [
      '/scim/v2/0190/Users?filter=userName%20eq%20%22a%40b.c%22&startIndex=1',
      '/Users?filter=userName eq "…"&startIndex=1',
    ],
    ['/scim/v2/0190/Users?filter=a+eq+"x\\"y"+or+b+eq+"unclosed', '/Users?filter=a eq "…" or b eq "…"'],
    ['/scim/v2/0190/Groups/7', '/Groups/7'],
    ['/scim/v2/0190', '/'],
  ])('%s', (url, expected) => expect(redactPath(url)).toBe(expected));

  it('keeps names of a body, no value', () => {
    expect(redactBody({ userName: 'secret', password: 'secret' })).toBe('userName, password');
    expect(redactBody('secret')).toBeNull();
  });

  it('keeps operations of a PATCH, no value', () => {
    const Operations = [
      { op: 'replace', value: { active: false, title: 'secret' } },
      { op: 'remove', path: 'members[value eq "secret"]' },
      { op: 'add', path: 'emails[type eq "secret', value: 'secret' },
    ];
    expect(redactBody({ schemas: [], Operations })).toBe('replace active, title; remove members[…]; add emails[…]');
  });
});
