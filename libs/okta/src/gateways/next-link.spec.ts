import { nextLink } from './sdk-okta-user-list.js';

describe('the link to the next page', () => {
  const self = '<https://acme.okta.com/api/v1/users?limit=200>; rel="self"';
  const next = 'https://acme.okta.com/api/v1/users?after=000u&limit=200';

  it.each([
    [`${self}, <${next}>; rel="next"`, next],
    [`<${next}>; rel="next", ${self}`, next],
    [self, undefined],
    ['', undefined],
    [null, undefined],
  ])('%s', (header, expected) => {
    expect(nextLink(header, 'https://acme.okta.com')).toBe(expected);
  });

  it.each(['https://evil.example/api', 'http://acme.okta.com/api', 'https://acme.okta.com.evil.example/', 'nonsense'])(
    'throws for a link to %s, so that the list does not count as complete',
    (link) => expect(() => nextLink(`<${link}>; rel="next"`, 'https://acme.okta.com')).toThrow('another host'),
  );
});
