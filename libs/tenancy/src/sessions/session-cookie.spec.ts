import fc from 'fast-check';
import { clearedSessionCookie, sessionCookie, sessionTokenOf } from './session-cookie.js';

const expires = new Date('2026-06-01T00:00:00Z');

describe('the session cookie', () => {
  it('is found again among others, wherever it stands', () => {
    const others = fc.array(fc.constantFrom('a=1', 'rollcall_sessions=x', 'x_rollcall_session=y', 'flag', ''));
    fc.assert(
      fc.property(fc.stringMatching(/^rse_[0-9A-Za-z_]{1,80}$/), others, others, (token, before, after) => {
        const cookie = sessionCookie(token, expires, 'http://localhost:3000').split(';', 1)[0]!;
        expect(sessionTokenOf([...before, cookie, ...after].join('; '))).toBe(token);
      }),
    );
  });

  it('is Secure for https only', () => {
    expect(sessionCookie('t', expires, 'https://rollcall.example')).toMatch(/; Secure$/);
    expect(sessionCookie('t', expires, 'http://localhost:3000')).not.toMatch(/Secure/);
  });

  it('is absent when cleared, and never a reason to throw', () => {
    expect(sessionTokenOf(clearedSessionCookie('http://localhost').split(';', 1)[0])).toBeUndefined();
    fc.assert(fc.property(fc.option(fc.string(), { nil: undefined }), (header) => void sessionTokenOf(header)));
  });
});
