import fc from 'fast-check';
import { clientNetwork } from './client-network.js';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:db8:1:2::', '2001:db8:1:2::'],
  ['fe80::1%eth0', 'fe80::'],
])('%s counts as %s', (address, network) => expect(clientNetwork(address)).toBe(network));

it('all addresses of an IPv6 /64 network count as one client', () => {
  const word = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
  const words = fc.array(word, { minLength: 4, maxLength: 4 }).map((four) => four.join(':'));
  fc.assert(
    fc.property(words, words, words, words, (network, another, host, otherHost) => {
      const of = (prefix: string, rest: string) =>
        clientNetwork(`2001:db8:${prefix}:${rest}`.split(':').slice(0, 8).join(':'));
      const [one, other] = [network, another].map((each) => each.split(':').slice(0, 2).join(':')) as [string, string];
      expect(of(one, host)).toBe(of(one, otherHost));
      expect(of(one, host) === of(other, host)).toBe(one === other);
    }),
  );
});

it('text that is not an address is its own key', () => expect(clientNetwork('unix:')).toBe('unix:'));
