import fc from 'fast-check';
import { visibleControls } from './visible-controls.js';

it.each([
  ['\u001b[2J', '\\u001b[2J'],
  ['a\nb\r\u0000', 'a\\u000ab\\u000d\\u0000'],
  ['\u009b31m', '\\u009b31m'],
  ['\u202egnp.exe', '\\u202egnp.exe'],
  ['Grüße, 名前 👋', 'Grüße, 名前 👋'],
])('%j is shown as %j', (text, shown) => expect(visibleControls(text)).toBe(shown));

it('does not change the value of a JSON text', () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: 'binary' }), (text) => {
      const json = JSON.stringify(JSON.parse(text));
      expect(JSON.parse(visibleControls(json))).toEqual(JSON.parse(text));
    }),
  );
});
