import fc from 'fast-check';
import { isLoopbackAddress, isPrivateAddress } from './private-address.js';

describe('isPrivateAddress', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::10.0.0.1',
    '2002:c0a8:0101::1',
    'not an address',
    '',
  ])('%p is not public', (ip) => expect(isPrivateAddress(ip)).toBe(true));

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '52.84.1.1', '2600:1f18::1', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    '%p is public',
    (ip) => expect(isPrivateAddress(ip)).toBe(false),
  );

  it('classifies an IPv4 address in the same way in each IPv6 notation', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        const expected = isPrivateAddress(ip);
        const [a, b, c, d] = ip.split('.').map(Number) as [number, number, number, number];
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        expect(
          [`::ffff:${ip}`, `::ffff:${hex}`, `0:0:0:0:0:ffff:${hex}`, `64:ff9b::${ip}`, `2002:${hex}::1`].map(
            isPrivateAddress,
          ),
        ).toEqual(Array(5).fill(expected));
      }),
    );
  });

  it('does not throw on any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.ipV6(), fc.ipV4Extended()),
        (ip) => typeof isPrivateAddress(ip) === 'boolean',
      ),
    );
  });
});

describe('isLoopbackAddress', () => {
  it.each(['127.0.0.1', '127.9.9.9', '::1', '0:0:0:0:0:0:0:1'])('%p is this machine', (ip) =>
    expect(isLoopbackAddress(ip)).toBe(true),
  );
  it.each(['10.0.0.1', '::', '::2', 'localhost', '128.0.0.1'])('%p is not', (ip) =>
    expect(isLoopbackAddress(ip)).toBe(false),
  );
});
