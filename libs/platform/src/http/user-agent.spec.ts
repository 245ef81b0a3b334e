import fc from 'fast-check';
import { browserName } from './user-agent.js';

const KIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KIT} Chrome/153.0.0.0 Safari/537.36`, 'Chrome 153 on Windows'],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KIT} Chrome/153.0.0.0 Safari/537.36 Edg/153.0.1`,
    'Edge 153 on Windows',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:141.0) Gecko/20100101 Firefox/141.0', 'Firefox 141 on Mac'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4) AppleWebKit/605.1.15 Version/18.4 Mobile/1 Safari/604.1',
    'Safari 18 on iPhone',
  ],
  ['curl/8.5.0', undefined],
  ['Mozilla/5.0 (X11; Linux x86_64)', 'Linux'],
  [null, undefined],
])('%s is %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});

test('returns no text from a User-Agent', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(browserName(`${text} Chrome/${text}`) ?? '').toMatch(/^[A-Za-z0-9 ]{0,40}$/);
    }),
  );
});
