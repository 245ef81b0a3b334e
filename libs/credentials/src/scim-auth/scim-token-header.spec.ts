import fc from 'fast-check';
import { scimTokenOf } from './scim-token-header.js';

describe('scimTokenOf', () => {
  it('finds the token behind any spelling of the scheme, and without one', () => {
    const token = fc.stringMatching(/^rc[sx]_[0-9A-Za-z]{71}$/);
    const before = fc.constantFrom('', ' ', 'Bearer ', 'bearer ', 'BEARER  ', 'Bearer Bearer ', 'Bearer bearer\t');
    fc.assert(
      fc.property(
        before,
        token,
        fc.constantFrom('', ' '),
        (scheme, value, after) => scimTokenOf(scheme + value + after) === value,
      ),
    );
  });

  it.each([undefined, '', '   ', 'Basic abc', 'Bearer a b', 'Bearer a,Bearer b'])('finds none in %j', (header) => {
    expect(scimTokenOf(header)).toBeUndefined();
  });
});
