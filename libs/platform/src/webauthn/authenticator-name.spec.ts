import fc from 'fast-check';
import { authenticatorName } from './authenticator-name.js';

const UNKNOWN = '00000000-0000-0000-0000-000000000000';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 Version/18.4 Mobile Safari/604.1';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/153.0.0.0 Safari/537.36';

describe('authenticatorName', () => {
  it.each([
    ['fbfc3007-154e-4ecc-8c0b-6e020557d7bd', ['internal', 'hybrid'], IPHONE, 'iCloud Keychain on iPhone'],
    ['FBFC3007-154E-4ECC-8C0B-6E020557D7BD', ['internal'], undefined, 'iCloud Keychain'],
    ['08987058-cadc-4b81-b6e1-30de50dcbe96', ['internal'], WINDOWS, 'Windows Hello'],
    [UNKNOWN, ['usb', 'nfc'], WINDOWS, 'Security key'],
    [UNKNOWN, ['hybrid'], WINDOWS, 'Phone or tablet'],
    [UNKNOWN, ['internal'], WINDOWS, 'Passkey on Windows'],
    [UNKNOWN, [], undefined, 'Passkey'],
    ['__proto__', [], undefined, 'Passkey'],
  ])('%s over %j', (aaguid, transports, userAgent, name) => {
    expect(authenticatorName({ aaguid, transports, userAgent })).toBe(name);
  });

  it('returns no text that the browser sent', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), fc.string(), (aaguid, transports, userAgent) => {
        const name = authenticatorName({ aaguid, transports, userAgent });
        expect(name).toMatch(/^[A-Za-z0-9 ]{4,60}$/);
      }),
    );
  });
});
