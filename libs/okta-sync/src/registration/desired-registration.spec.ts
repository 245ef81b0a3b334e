import fc from 'fast-check';
import { desiredRegistration } from './desired-registration.js';

describe('desired registration', () => {
  it('needs an active identity and at least one active passkey', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(5), (active, passkeys) => {
        expect(desiredRegistration({ active, active_passkeys: passkeys })).toBe(active && passkeys > 0);
      }),
    );
  });

  it('is false for an identity that is gone', () => {
    expect(desiredRegistration(undefined)).toBe(false);
  });
});
