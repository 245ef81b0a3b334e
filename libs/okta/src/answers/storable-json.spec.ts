import fc from 'fast-check';
import { parseStorable, storable } from './storable-json.js';

describe('the JSON of a target', () => {
  it('contains neither NUL nor a lone surrogate, whatever the target sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseStorable(JSON.stringify({ text: `a\0b\ud800c${text}` })) as { text: string };
        expect(parsed.text).not.toContain('\0');
        expect(parsed.text).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('leaves all other characters as they are, at any depth', () => {
    const value = { list: [{ name: 'Zo\u00eb \ud83d\ude00' }], count: 3, none: null };
    expect(parseStorable(JSON.stringify(value))).toEqual(value);
    expect(parseStorable('{"a":["\\u0000x","\\ud83d\\ude00","\\udc00"]}')).toEqual({ a: ['x', '\u{1f600}', '\ufffd'] });
  });

  it('drops NUL from text that is not JSON', () => {
    expect(storable('a\0b')).toBe('ab');
  });
});
