import fc from 'fast-check';
import { clientNetwork } from './client-network.js';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:db8:1:2::', '2001:db8:1:2::'],
  ['fe80::1%eth0', 'fe80::'],
])('%s counts as %s', (address, network) => expect(clientNetwork(address)).toBe(network));

it('all of an IPv6 network count as one', () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.ipV6(), (a, b) => {
      const words = (address: string) => new URL(`http://[${address}]`).hostname;
      fc.pre(!/^\[::(ffff:)?[\d.a-f]*:?[\da-f]*\]$/.test(words(a)));
      expect(clientNetwork(clientNetwork(a))).toBe(clientNetwork(a));
      expect(typeof clientNetwork(b)).toBe('string');
    }),
  );
});

it('what is no address counts as itself', () => expect(clientNetwork('unix:')).toBe('unix:'));
