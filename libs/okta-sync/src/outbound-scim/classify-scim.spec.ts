import type { TargetAnswer } from '@rollcall/okta';
import fc from 'fast-check';
import { classifyScim } from './classify-scim.js';
import { NO_ENDPOINT, NOT_TAKEN, ScimRequestError } from './transport/scim-request-error.js';

const NOW = 1_800_000_000_000;
const SERVER = { extension: 'urn:example:User', attribute: 'hasPasskey' };

function decide(answer: TargetAnswer) {
  return classifyScim(new ScimRequestError(answer, 'PATCH'), SERVER, NOW);
}

function error(status: number, code?: string, resetAt?: number): TargetAnswer {
  return { kind: 'ERROR', status, code, summary: 'summary', resetAt };
}

describe('the decision after an answer of a SCIM server', () => {
  it.each([
    [400, 'invalidPath', 'INSPECT_ATTRIBUTE'],
    [400, 'invalidValue', 'INSPECT_ATTRIBUTE'],
    [400, 'mutability', 'INSPECT_ATTRIBUTE'],
    [400, 'noTarget', 'INSPECT_ATTRIBUTE'],
    [400, undefined, 'INSPECT_ATTRIBUTE'],
    [401, undefined, 'PAUSE'],
    [403, undefined, 'PARK'],
    [404, undefined, 'UNLINK'],
    [404, NO_ENDPOINT, 'PAUSE'],
    [405, undefined, 'PAUSE'],
    [409, 'uniqueness', 'RETRY'],
    [410, undefined, 'UNLINK'],
    [412, undefined, 'RETRY'],
    [418, undefined, 'PARK'],
    [429, undefined, 'HOLD'],
    [500, undefined, 'RETRY'],
    [501, undefined, 'PAUSE'],
    [503, undefined, 'RETRY'],
    [200, NOT_TAKEN, 'PAUSE'],
  ] as const)('answer %i %s: %s', (status, code, action) => {
    expect(decide(error(status, code))).toMatchObject({ action, note: expect.stringContaining('summary') as string });
  });

  it('contains the name of the extension if the server dropped the value', () => {
    expect(decide(error(200, NOT_TAKEN)).note).toContain('urn:example:User:hasPasskey');
  });

  it('never pauses the sync after a 400, whatever its scimType, because the schema shows the cause', () => {
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), (code) => {
        fc.pre(code !== NO_ENDPOINT && code !== NOT_TAKEN);
        expect(decide(error(400, code)).action).toBe('INSPECT_ATTRIBUTE');
      }),
    );
  });

  it('is a retry if the answer is not SCIM, except for the statuses 401, 405, 429 and 501', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), (status) => {
        const { action } = decide({ kind: 'NOT_JSON', status, resetAt: undefined });
        const bare = { 401: 'PAUSE', 405: 'PAUSE', 429: 'HOLD', 501: 'PAUSE' }[status];
        expect(action).toBe(bare ?? 'RETRY');
      }),
    );
    expect(decide({ kind: 'SILENCE', cause: 'timed out' }).action).toBe('RETRY');
  });

  it('waits for the time in a 429 or a 503', () => {
    expect(decide(error(429, undefined, NOW + 7_000))).toMatchObject({ action: 'HOLD', until: NOW + 7_000 });
    expect(decide(error(503, undefined, NOW + 7_000))).toMatchObject({ action: 'RETRY', minDelayMs: 7_000 });
    expect(decide(error(429))).toMatchObject({ action: 'HOLD', until: NOW + 60_000 });
  });
});

describe('a failed request to a SCIM server', () => {
  it.each([
    [{ kind: 'SILENCE', cause: 'reset' }, 'PATCH', true],
    [{ kind: 'SILENCE', cause: 'reset' }, 'GET', false],
    [error(500), 'PATCH', true],
    [error(412), 'PATCH', false],
    [{ kind: 'NOT_JSON', status: 502, resetAt: undefined }, 'PATCH', true],
  ] as const)('%j after a %s may have written: %s', (answer, method, may) => {
    expect(new ScimRequestError(answer, method).mayHaveWritten).toBe(may);
  });
});
