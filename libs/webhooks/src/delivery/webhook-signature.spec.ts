import { makeWebhookSecret, webhookHeaders } from './webhook-signature.js';

describe('the signature of a webhook', () => {
  it('matches the example in the Standard Webhooks specification', () => {
    const headers = webhookHeaders(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date(1614265330 * 1000),
      '{"test": 2432232314}',
    );
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('uses secrets of 32 bytes', () => {
    expect(Buffer.from(makeWebhookSecret().replace(/^whsec_/, ''), 'base64')).toHaveLength(32);
  });
});
