import fc from 'fast-check';
import { requireApiToken, requireAttribute } from './okta-input.js';

describe('requireAttribute', () => {
  it.each(['byndidRegistered', ' x_1 ', 'A'])('takes %j', (input) =>
    expect(requireAttribute(input)).toBe(input.trim()),
  );
  it.each(['', '1x', 'a b', 'a.b', '__proto__', 'é', 'x'.repeat(101)])('refuses %j', (input) => {
    expect(() => requireAttribute(input)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'attribute' }),
    );
  });
});

describe('requireApiToken', () => {
  it('takes a token as pasted, with or without its scheme', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9_-]{5,80}$/),
        fc.constantFrom('', 'SSWS ', 'ssws  ', ' '),
        (token, before) => {
          expect(requireApiToken(`${before}${token}\n`)).toBe(token);
        },
      ),
    );
  });

  it.each(['', '   ', 'two words', 'tab\tbed', 'naïve', 'x'.repeat(1001)])('refuses %j', (input) => {
    expect(() => requireApiToken(input)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'apiToken' }),
    );
  });
});
