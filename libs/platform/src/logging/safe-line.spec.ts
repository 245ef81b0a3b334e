import fc from 'fast-check';
import { mintToken } from '../secrets/token.js';
import { safeLine } from './pino-logger.js';

const said = (message: string, forTerminal: boolean): string =>
  (JSON.parse(safeLine(`${JSON.stringify({ msg: message })}\n`, forTerminal)) as { msg: string }).msg;

it('replaces tokens in a log line, at any position', () => {
  const { token } = mintToken('scim', '01900000-0000-7000-8000-000000000000');
  expect(said(`the client sent ${token}, twice`, false)).toBe('the client sent rcs_…, twice');
});

it('does not change the JSON value, and writes one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (message) => {
      const line = safeLine(`${JSON.stringify({ msg: message })}\n`, false);
      expect(line.split('\n')).toHaveLength(2);
      if (!message.includes('_')) expect(said(message, false)).toBe(message);
    }),
  );
});

it('sends a terminal no control characters except line feeds', () => {
  expect(said('\u001b[2J \u009b31m \\u001b C:\\b', true)).toBe('\\u001b[2J \\u009b31m \\u001b C:\\b');
  const hostile = fc.string({
    unit: fc.constantFrom('\u001b', '\u009b', '\u0007', '\b', '\\', 'u', '0', '1', 'b', '"', '\n'),
  });
  fc.assert(
    fc.property(hostile, (message) => {
      const codes = [...said(message, true)].map((character) => character.codePointAt(0) ?? 0);
      expect(codes.filter((code) => (code < 0x20 && code !== 0x0a) || (code >= 0x7f && code <= 0x9f))).toEqual([]);
    }),
  );
});
