import { OktaRequestError, type TargetAnswer } from '@rollcall/okta';
import fc from 'fast-check';
import { classify } from './classify.js';

const NOW = 1_800_000_000_000;

function error(status: number, code: string | undefined, resetAt?: number): TargetAnswer {
  return { kind: 'ERROR', status, code, summary: 'summary', resetAt };
}

describe('the decision after an answer of Okta', () => {
  it.each([
    [400, 'E0000001', { action: 'INSPECT_ATTRIBUTE' }],
    [401, 'E0000011', { action: 'PAUSE' }],
    [401, 'E0000004', { action: 'PAUSE' }],
    [401, undefined, { action: 'PAUSE' }],
    [403, 'E0000006', { action: 'PARK', privilege: true }],
    [403, 'E0000023', { action: 'PARK', privilege: false }],
    [403, 'E0000038', { action: 'SKIP' }],
    [403, 'E0000999', { action: 'PARK', privilege: true }],
    [404, 'E0000007', { action: 'UNLINK' }],
    [409, 'E0000112', { action: 'RETRY', minDelayMs: 120_000 }],
    [500, 'E0000009', { action: 'RETRY' }],
    [503, undefined, { action: 'RETRY' }],
    [418, 'E0000999', { action: 'PARK', privilege: false }],
  ])('answer %i %s', (status, code, decision) => {
    expect(classify(error(status, code), NOW)).toMatchObject(decision);
  });

  it('is a retry if the answer is not the JSON of Okta, such as the 404 page of a proxy', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 599 }).filter((status) => status !== 429),
        (status) => {
          expect(classify({ kind: 'NOT_JSON', status, resetAt: undefined }, NOW).action).toBe('RETRY');
        },
      ),
    );
    expect(classify({ kind: 'SILENCE', cause: 'timeout' }, NOW).action).toBe('RETRY');
  });

  it('holds all writes to the org after a 429, until a plausible time in the future', () => {
    expect(classify(error(429, 'E0000047', NOW + 30_000), NOW)).toMatchObject({
      action: 'HOLD',
      until: NOW + 30_000,
    });
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 0, max: NOW * 2 }), { nil: undefined }), (resetAt) => {
        const decision = classify(error(429, undefined, resetAt), NOW);
        if (decision.action !== 'HOLD') throw new Error(decision.action);
        expect(decision.until).toBeGreaterThan(NOW);
        expect(decision.until).toBeLessThanOrEqual(NOW + 300_000);
      }),
    );
  });

  it('always contains the error code of Okta', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), (status) => {
        expect(classify(error(status, 'E0000123'), NOW).note).toContain('E0000123');
      }),
    );
  });
});

describe('a failed request', () => {
  it('may have written if it was not a GET and Okta did not refuse it explicitly', () => {
    expect(new OktaRequestError({ kind: 'SILENCE', cause: 'reset' }, 'POST').mayHaveWritten).toBe(true);
    expect(new OktaRequestError({ kind: 'SILENCE', cause: 'reset' }, 'GET').mayHaveWritten).toBe(false);
    expect(new OktaRequestError(error(500, 'E0000009'), 'POST').mayHaveWritten).toBe(true);
    expect(new OktaRequestError(error(429, 'E0000047'), 'POST').mayHaveWritten).toBe(false);
    expect(new OktaRequestError({ kind: 'NOT_JSON', status: 502, resetAt: undefined }, 'POST').mayHaveWritten).toBe(
      true,
    );
  });
});
