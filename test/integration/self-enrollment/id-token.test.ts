import type { JWTPayload } from 'jose';
import { SignInApp } from '../sign-in/sign-in-app.js';
import { SelfEnrollmentRig } from './self-enrollment-rig.js';

let on: SignInApp;
let at: SelfEnrollmentRig;

beforeAll(async () => {
  on = await SignInApp.start(undefined, { SIGN_IN_RATE_LIMIT: '0' });
});
afterAll(() => on?.stop());
beforeEach(async () => {
  at = await SelfEnrollmentRig.start(on);
});
afterEach(() => at?.stop());

const without = (claims: JWTPayload, name: string): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('an ID token is refused', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const CLAIMS: Record<string, (claims: JWTPayload) => JWTPayload> = {
    'with the nonce of another flow': (claims) => ({ ...claims, nonce: 'another' }),
    'without a nonce': (claims) => without(claims, 'nonce'),
    'of another issuer': (claims) => ({ ...claims, iss: 'https://another.okta.com' }),
    'for another client': (claims) => ({ ...claims, aud: 'another' }),
    'that has expired': (claims) => ({ ...claims, exp: now() - 120 }),
    'of a sign-in that is too old': (claims) => ({ ...claims, auth_time: now() - 600 }),
    'that does not say when the person signed in': (claims) => without(claims, 'auth_time'),
    'that names no user': (claims) => without(claims, 'sub'),
  };
  const TOKENS: Record<string, (parts: string[]) => string[]> = {
    'that is not signed': ([, payload = '']) => [encoded({ alg: 'none' }), payload, ''],
    'that was changed after it was signed': ([header = '', payload = '', signature = '']) => [
      header,
      encoded({ ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), name: 'Another' }),
      signature,
    ],
  };

  beforeEach(async () => {
    await at.configure();
    await at.inBoth('vera@acme.example');
  });

  it.each(Object.keys(CLAIMS))('%s', async (name) => {
    at.rig.okta.org.webApps.alterClaims = CLAIMS[name]!;
    expect(await at.enroll('vera@acme.example')).toBe('OKTA_FAILED');
  });

  it.each(Object.keys(TOKENS))('%s', async (name) => {
    at.rig.okta.org.webApps.alterToken = (token) => TOKENS[name]!(token.split('.')).join('.');
    expect(await at.enroll('vera@acme.example')).toBe('OKTA_FAILED');
  });
});
