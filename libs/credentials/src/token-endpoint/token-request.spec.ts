import fc from 'fast-check';
import { readClientAuthentication } from './client-authentication.js';
import { OAuthError } from './oauth-error.js';
import { readParameters, readQuery } from './oauth-parameters.js';
import { readGrantedScopes } from './token-request.js';

const code = (expected: string) => expect.objectContaining({ code: expected });
const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
const formEncoded = (text: string) => new URLSearchParams({ x: text }).toString().slice(2);
const wellFormed = fc.string({ unit: 'grapheme', minLength: 1 });

describe('readParameters', () => {
  it('reads a form, drops empty values', () => {
    expect(readParameters({ grant_type: 'client_credentials', scope: '' })).toEqual({
      grant_type: 'client_credentials',
    });
    expect(readParameters(undefined)).toEqual({});
  });

  it.each([['text'], [['a']], [{ scope: ['scim:all', 'scim:all'] }], [{ client_id: 7 }], [{ client: {} }]])(
    'refuses %j',
    (body) => {
      expect(() => readParameters(body)).toThrow(code('invalid_request'));
    },
  );

  it('is not fooled by names of the prototype', () => {
    expect(readParameters(JSON.parse('{"__proto__":"x"}'))['client_id']).toBeUndefined();
    expect(readParameters({})['constructor']).toBeUndefined();
  });
});

describe('readQuery', () => {
  it('reads the scope and nothing else', () => {
    expect(readQuery({ scope: 'scim:all', grant_type: 'x', client_id: 'y' })).toEqual({ scope: 'scim:all' });
  });

  it.each(['client_secret', 'token', 'client_assertion'])('refuses %s in the URL', (name) => {
    expect(() => readQuery({ [name]: 'x' })).toThrow(code('invalid_request'));
  });
});

describe('readClientAuthentication', () => {
  it('reads any id and secret from the header, form-encoded before they are joined', () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, (clientId, clientSecret) => {
        expect(readClientAuthentication(basic(formEncoded(clientId), formEncoded(clientSecret)), {})).toEqual({
          clientId,
          clientSecret,
        });
      }),
    );
  });

  it('reads any id and secret from the body', () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, (clientId, clientSecret) => {
        const parameters = { client_id: clientId, client_secret: clientSecret };
        expect(readClientAuthentication(undefined, parameters)).toEqual({ clientId, clientSecret });
      }),
    );
  });

  it('lets the body repeat the id of the header, but not the secret nor another id', () => {
    expect(readClientAuthentication(basic('a', 'b'), { client_id: 'a' })).toEqual({ clientId: 'a', clientSecret: 'b' });
    expect(() => readClientAuthentication(basic('a', 'b'), { client_id: 'c' })).toThrow(code('invalid_request'));
    expect(() => readClientAuthentication(basic('a', 'b'), { client_secret: 'b' })).toThrow(code('invalid_request'));
  });

  it.each([
    undefined,
    '',
    'Basic',
    'Basic !!!',
    'Bearer abc',
    basic('a', ''),
    basic('', 'b'),
    basic('%', 'b'),
    `Basic ${btoa('no colon')}`,
  ])('refuses %j as invalid_client', (authorization) =>
    expect(() => readClientAuthentication(authorization, {})).toThrow(code('invalid_client')),
  );

  it('throws nothing but an OAuthError, whatever the header', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `Basic ${text}`),
        ),
        (authorization) => {
          try {
            readClientAuthentication(authorization, {});
          } catch (error) {
            expect(error).toBeInstanceOf(OAuthError);
          }
        },
      ),
    );
  });
});

describe('readGrantedScopes', () => {
  it.each([undefined, 'scim:all', ' scim:all  scim:all '])('grants scim:all to %j, in body or query', (scope) => {
    expect(readGrantedScopes({ grant_type: 'client_credentials', scope }, undefined)).toEqual(['scim:all']);
    expect(readGrantedScopes({ grant_type: 'client_credentials' }, scope)).toEqual(['scim:all']);
  });

  it.each([
    [{}, undefined, 'invalid_request'],
    [{ grant_type: 'password' }, undefined, 'unsupported_grant_type'],
    [{ grant_type: 'authorization_code' }, undefined, 'unsupported_grant_type'],
    [{ grant_type: 'client_credentials', scope: 'scim:read' }, undefined, 'invalid_scope'],
    [{ grant_type: 'client_credentials', scope: 'scim:all' }, 'SCIM:ALL', 'invalid_scope'],
  ])('refuses %j with query scope %j as %s', (parameters, queryScope, expected) => {
    expect(() => readGrantedScopes(parameters, queryScope)).toThrow(code(expected));
  });
});
