import { InputValidationPipe } from '@rollcall/platform';
import { ConfigureScimRegistrationInput } from './configure-scim-registration.input.js';
import { requireBaseUrl, requireTokenEndpoint } from './scim-input.js';

const badInput = (field: string): Error => expect.objectContaining({ code: 'BAD_USER_INPUT', field }) as Error;
const validated = (input: object): Promise<ConfigureScimRegistrationInput> =>
  new InputValidationPipe().transform(input, { type: 'body', metatype: ConfigureScimRegistrationInput });
const signIn = (authentication: object) => ({ authentication });

describe('input about a SCIM server', () => {
  it.each([
    ['https://scim.example.com/v2/', 'https://scim.example.com/v2'],
    [' https://SCIM.example.com ', 'https://scim.example.com'],
    ['http://127.0.0.1:3000/scim/v2/x', 'http://127.0.0.1:3000/scim/v2/x'],
  ])('accepts the base URL %s', (input, url) => {
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

  it('accepts a URN that is allowed in a filter, and refuses a core schema', async () => {
    const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
    expect(await validated({ extension: ` ${enterprise} ` })).toEqual({ extension: enterprise });
    for (const extension of [
      'User',
      'urn:x',
      'urn:a b:c',
      'urn:a:b" or "1',
      `urn:a:${'b'.repeat(300)}`,
      'urn:ietf:params:scim:schemas:core:2.0:User',
    ])
      await expect(validated({ extension })).rejects.toEqual(badInput('extension'));
  });

  it('accepts the name of an attribute, a credential and scopes', async () => {
    expect(await validated({ attribute: ' has-Passkey ' })).toEqual({ attribute: 'has-Passkey' });
    await expect(validated({ attribute: 'a.b' })).rejects.toEqual(badInput('attribute'));
    const client = { tokenEndpoint: 'https://id.example.com', clientId: 'a', clientSecret: ' b ' };
    expect(await validated(signIn({ clientCredentials: { ...client, scope: '  ' } }))).toEqual(
      signIn({ clientCredentials: { ...client, clientSecret: 'b', scope: null } }),
    );
    expect(await validated(signIn({ clientCredentials: { ...client, scope: 'scim:all users' } }))).toMatchObject(
      signIn({ clientCredentials: { scope: 'scim:all users' } }),
    );
    await expect(validated(signIn({ clientCredentials: { ...client, scope: 'a  b' } }))).rejects.toEqual(
      badInput('scope'),
    );
  });

  it('reports both faulty fields of HTTP Basic', async () => {
    await expect(validated(signIn({ basic: { userName: 'a:b', password: 'a\nb' } }))).rejects.toMatchObject({
      fieldFaults: [
        { field: 'userName', message: 'A user name holds no colon.' },
        { field: 'password', message: 'password is required, in printable ASCII characters.' },
      ],
    });
  });

  it('accepts a token with or without its scheme, and refuses a blank one', async () => {
    expect(await validated(signIn({ bearerToken: 'Bearer a' }))).toEqual(signIn({ bearerToken: 'a' }));
    await expect(validated(signIn({ bearerToken: ' \n' }))).rejects.toEqual(badInput('bearerToken'));
  });
});
