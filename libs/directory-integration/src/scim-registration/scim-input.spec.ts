import {
  readScope,
  requireBaseUrl,
  requireCredential,
  requireExtension,
  requireScimAttribute,
  requireTokenEndpoint,
} from './scim-input.js';

const badInput = (field: string): Error => expect.objectContaining({ code: 'BAD_USER_INPUT', field }) as Error;

describe('what is entered about a SCIM server', () => {
  it.each([
    ['https://scim.example.com/v2/', 'https://scim.example.com/v2'],
    [' https://SCIM.example.com ', 'https://scim.example.com'],
    ['http://127.0.0.1:3000/scim/v2/x', 'http://127.0.0.1:3000/scim/v2/x'],
  ])('takes the base URL %s', (input, url) => {
    expect(requireBaseUrl(input, ['127.0.0.1:*'])).toBe(url);
  });

  it.each([
    'http://scim.example.com',
    'https://10.0.0.1',
    'https://a:b@scim.example.com',
    'https://scim.example.com/?a=b',
    'scim',
  ])('refuses the base URL %s', (input) => {
    expect(() => requireBaseUrl(input, [])).toThrow(badInput('baseUrl'));
  });

  it('keeps the query of a token endpoint, and refuses plain http', () => {
    expect(requireTokenEndpoint('https://id.example.com/token?a=b', [])).toBe('https://id.example.com/token?a=b');
    expect(() => requireTokenEndpoint('http://id.example.com/token', [])).toThrow(badInput('tokenEndpoint'));
  });

  it('takes a URN that may stand in a filter, and no core schema', () => {
    const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
    expect(requireExtension(` ${enterprise} `)).toBe(enterprise);
    for (const wrong of [
      '',
      'User',
      'urn:x',
      'urn:a b:c',
      'urn:a:b" or "1',
      'urn:ietf:params:scim:schemas:core:2.0:User',
    ])
      expect(() => requireExtension(wrong)).toThrow(badInput('extension'));
  });

  it('takes the name of an attribute, a credential and scopes', () => {
    expect(requireScimAttribute(' has-Passkey ')).toBe('has-Passkey');
    expect(() => requireScimAttribute('a.b')).toThrow(badInput('attribute'));
    expect(() => requireCredential(' \n', 'bearerToken')).toThrow(badInput('bearerToken'));
    expect(() => requireCredential('a\nb', 'password')).toThrow(badInput('password'));
    expect(readScope('  ')).toBeUndefined();
    expect(readScope('scim:all users')).toBe('scim:all users');
    expect(() => readScope('a  b')).toThrow(badInput('scope'));
  });
});
