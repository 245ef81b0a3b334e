import { requireOutboundUrl } from './outbound-url.js';

describe('the URL of an outgoing request', () => {
  it.each(['https://example.com/hook', 'https://203.0.114.5/x', ' https://example.com '])('may be %s', (url) => {
    expect(requireOutboundUrl(url, [], 'url').protocol).toBe('https:');
  });

  it.each([
    'http://example.com',
    'http://10.1.2.3',
    'https://127.0.0.1',
    'https://localhost/x',
    'https://10.1.2.3',
    'https://[::1]/',
    'https://169.254.169.254/latest',
    'https://u:p@example.com',
    'ftp://example.com',
    'nonsense',
  ])('may not be %s', (url) => {
    expect(() => requireOutboundUrl(url, [], 'url')).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'url' }),
    );
  });

  it('may have a private IP address that OKTA_ALLOWED_HOSTS contains, but only with https', () => {
    expect(requireOutboundUrl('https://10.1.2.3/scim', ['10.1.2.3'], 'url').hostname).toBe('10.1.2.3');
    expect(() => requireOutboundUrl('http://10.1.2.3/scim', ['10.1.2.3:*'], 'url')).toThrow('https');
  });

  it('may be http with a loopback host that OKTA_ALLOWED_HOSTS contains', () => {
    expect(requireOutboundUrl('http://127.0.0.1:4100/x', ['127.0.0.1:*'], 'url').port).toBe('4100');
  });
});
