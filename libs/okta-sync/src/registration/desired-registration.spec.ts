import fc from 'fast-check';
import { desiredRegistration } from './desired-registration.js';

describe('desired registration', () => {
  it('is true only for an active identity with at least one active passkey', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(5), (active, passkeys) => {
        expect(desiredRegistration({ active, active_passkeys: passkeys })).toBe(active && passkeys > 0);
      }),
    );
  });

  it('is false for a deleted identity', () => {
    expect(desiredRegistration(undefined)).toBe(false);
  });
});
