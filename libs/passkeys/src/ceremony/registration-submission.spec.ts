import fc from 'fast-check';
import { EnrollmentRefused } from '../enrollments/enrollment-refused.js';
import { registrationSubmission } from './registration-submission.js';

const valid = {
  response: {
    id: 'AQID',
    rawId: 'AQID',
    type: 'public-key',
    response: { clientDataJSON: 'e30', attestationObject: 'oA', transports: ['internal', 'hybrid'] },
    clientExtensionResults: { credProps: { rk: true } },
    authenticatorAttachment: 'platform',
  },
};

describe('registrationSubmission', () => {
  it('keeps the fields that are verified and drops the others', () => {
    expect(registrationSubmission({ ...valid, deviceName: 'Blue key' })).toEqual({
      response: {
        id: 'AQID',
        rawId: 'AQID',
        type: 'public-key',
        response: { clientDataJSON: 'e30', attestationObject: 'oA', transports: ['internal', 'hybrid'] },
        clientExtensionResults: {},
      },
      deviceName: 'Blue key',
    });
  });

  it.each([
    ['no body', undefined],
    ['a list', [valid]],
    ['no credential', {}],
    ['two ids', { response: { ...valid.response, rawId: 'AQIE' } }],
    ['another type', { response: { ...valid.response, type: 'password' } }],
    ['padding', { response: { ...valid.response, id: 'AQID=', rawId: 'AQID=' } }],
    ['a long id', { response: { ...valid.response, id: 'A'.repeat(1365), rawId: 'A'.repeat(1365) } }],
    ['no attestation', { response: { ...valid.response, response: { clientDataJSON: 'e30' } } }],
    [
      'a transport of markup',
      { response: { ...valid.response, response: { ...valid.response.response, transports: ['<b>'] } } },
    ],
    ['a numeric name', { ...valid, deviceName: 7 }],
  ])('refuses %s', (_, body) => {
    expect(() => registrationSubmission(body)).toThrow(EnrollmentRefused);
  });

  it('returns a complete submission or refuses, for any body', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        try {
          expect(registrationSubmission(body).response.type).toBe('public-key');
        } catch (error) {
          expect(error).toBeInstanceOf(EnrollmentRefused);
        }
      }),
    );
  });
});
