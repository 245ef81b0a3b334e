import fc from 'fast-check';
import { deviceNameFrom } from './device-name.js';

describe('deviceNameFrom', () => {
  it.each([
    ['  My   phone ', 'My phone'],
    ['', null],
    ['   ', null],
    [null, null],
    [undefined, null],
  ])('%j becomes %j', (input, name) => {
    expect(deviceNameFrom(input)).toBe(name);
  });

  it.each(['x'.repeat(201), 'bell\u0007'])('refuses %j', (input) => {
    expect(() => deviceNameFrom(input)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'deviceName' }),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }).filter((name) => !/\p{Cc}/u.test(name)),
        (input) => {
          const once = deviceNameFrom(input);
          expect(deviceNameFrom(once)).toBe(once);
        },
      ),
    );
  });
});
