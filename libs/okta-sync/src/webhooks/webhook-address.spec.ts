import { requireWebhookUrl } from './webhook-address.js';

describe('the address of a webhook', () => {
  it.each(['https://example.com/hook', 'https://203.0.114.5/x', ' https://example.com '])('may be %s', (url) => {
    expect(requireWebhookUrl(url, []).protocol).toBe('https:');
  });

  it.each([
    'http://example.com',
    'https://127.0.0.1',
    'https://localhost/x',
    'https://10.1.2.3',
    'https://[::1]/',
    'https://169.254.169.254/latest',
    'https://u:p@example.com',
    'ftp://example.com',
    'nonsense',
  ])('may not be %s', (url) => {
    expect(() => requireWebhookUrl(url, [])).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'url' }));
  });

  it('may be http on a loopback host that is named', () => {
    expect(requireWebhookUrl('http://127.0.0.1:4100/x', ['127.0.0.1:*']).port).toBe('4100');
  });
});
