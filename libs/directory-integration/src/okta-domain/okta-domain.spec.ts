import { DomainError } from '@rollcall/platform';
import fc from 'fast-check';
import { normalizeOktaDomain } from './okta-domain.js';

const ALLOWED = [
  '127.0.0.1:*',
  'localhost:4001',
  '[::1]:*',
  '*.example.com',
  'login.acme.io',
  'sso.acme.io:8443',
  '10.0.0.5',
];

function refusalOf(input: string, allowed: readonly string[] = []): DomainError {
  try {
    normalizeOktaDomain(input, allowed);
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error(`${input} was not refused`);
}

describe('normalizeOktaDomain', () => {
  it.each([
    'acme.okta.com',
    'ACME.Okta.com',
    '  acme.okta.com ',
    'acme.okta.com/',
    'acme.okta.com.',
    'https://acme.okta.com',
    'http://acme.okta.com',
    'https://acme.okta.com:443/',
    'acme-admin.okta.com',
    'https://acme-admin.okta.com/admin/dashboard?x=1#frag',
    'https://acme.okta.com/\n',
    'acme.okta.com/app/UserHome',
  ])('normalizes %j to acme.okta.com', (input) => {
    expect(normalizeOktaDomain(input, [])).toEqual({ domain: 'acme.okta.com', baseUrl: 'https://acme.okta.com' });
  });

  it.each(['dev-123456.okta.com', 'a.oktapreview.com', 'a.okta-emea.com', 'a.okta-gov.com', 'a.okta.mil'])(
    'accepts %s as a public Okta domain',
    (input) => {
      expect(normalizeOktaDomain(input, []).domain).toBe(input);
    },
  );

  it.each([
    '',
    '   ',
    'okta.com',
    '.okta.com',
    '-admin.okta.com',
    'acme.okta.com.evil.com',
    'acme.okta.com@evil.com',
    'https://acme.okta.com@evil.com/',
    'evil.com#acme.okta.com',
    'evil.com?acme.okta.com',
    'evil.com\\@acme.okta.com',
    'acmeokta.com',
    'acme.notokta.com',
    'acme.okta.com:8443',
    'a.b.okta.com',
    'under_score.okta.com',
    'ftp://acme.okta.com',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://',
    'login.acme.com',
    '127.0.0.1',
    '127.0.0.1:4001',
    'localhost:4001',
    '[::1]',
    '169.254.169.254',
    '2130706433',
    '0x7f.1',
    '[::ffff:127.0.0.1]',
    'user:pass@acme.okta.com',
  ])('refuses %j', (input) => {
    expect(refusalOf(input)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'oktaDomain' });
  });

  it('explains what to do about a custom domain, and why a private address is refused', () => {
    expect(refusalOf('login.acme.com').message).toContain('OKTA_ALLOWED_HOSTS');
    expect(refusalOf('192.168.0.10').message).toContain('private address');
  });

  it.each([
    ['127.0.0.1:4001', '127.0.0.1:4001', 'http://127.0.0.1:4001'],
    ['http://127.0.0.1:4001/', '127.0.0.1:4001', 'http://127.0.0.1:4001'],
    ['https://127.0.0.1:4001', 'https://127.0.0.1:4001', 'https://127.0.0.1:4001'],
    ['http://localhost:4001/api/v1', 'localhost:4001', 'http://localhost:4001'],
    ['[::1]:4001', '[::1]:4001', 'http://[::1]:4001'],
    ['http://sso.example.com', 'sso.example.com', 'https://sso.example.com'],
    ['login.acme.io', 'login.acme.io', 'https://login.acme.io'],
    ['sso.acme.io:8443', 'sso.acme.io:8443', 'https://sso.acme.io:8443'],
    ['10.0.0.5', '10.0.0.5', 'https://10.0.0.5'],
  ])('accepts %j, which the operator has allowed', (input, domain, baseUrl) => {
    expect(normalizeOktaDomain(input, ALLOWED)).toEqual({ domain, baseUrl });
  });

  it.each(['example.com', 'localhost:4002', '127.0.0.2:4001', 'login.acme.io:8443', '10.0.0.6', 'notexample.com'])(
    'refuses %j, because it only resembles an allowed host',
    (input) => expect(refusalOf(input, ALLOWED).field).toBe('oktaDomain'),
  );

  it('is idempotent, and uses http only for loopback hosts', () => {
    const known = [
      '127.0.0.1',
      'localhost',
      '[::1]',
      'x.example.com',
      'login.acme.io',
      'acme.okta.com',
      'x-admin.okta.com',
    ];
    const host = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, fc.domain(), fc.ipV4(), fc.webUrl());
    fc.assert(
      fc.property(
        fc.constantFrom('', 'http://', 'https://', 'HTTPS://'),
        host,
        fc.constantFrom('', '/', ':4001', ':443', ':80'),
        (...parts) => {
          let once;
          try {
            once = normalizeOktaDomain(parts.join(''), ALLOWED);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
            return;
          }
          expect(normalizeOktaDomain(once.domain, ALLOWED)).toEqual(once);
          if (!/127\.0\.0\.1|localhost|::1/.test(once.domain)) expect(once.baseUrl).toBe(`https://${once.domain}`);
        },
      ),
    );
  });

  it('refuses any text only with a DomainError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        try {
          const { baseUrl } = normalizeOktaDomain(input, []);
          expect(baseUrl).toMatch(/^https:\/\/[a-z0-9-]+\.(okta|oktapreview|okta-emea|okta-gov)\.(com|mil)$/);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
    );
  });
});
