import { isCrossOrigin } from './client-data.js';

const encoded = (data: object | string): string =>
  Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)).toString('base64url');
const own = { type: 'webauthn.create', challenge: 'x', origin: 'https://rollcall.example' };

it.each([
  ['of our own page', own, false],
  ['of our own page, said so', { ...own, crossOrigin: false }, false],
  ['in a frame of another site', { ...own, crossOrigin: true }, true],
  ['with the origin of the page around it', { ...own, crossOrigin: false, topOrigin: 'https://evil.example' }, true],
  ['that is no JSON', '{', true],
])('client data %s', (_, data, expected) => expect(isCrossOrigin(encoded(data))).toBe(expected));
