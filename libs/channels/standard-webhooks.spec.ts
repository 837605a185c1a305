import { createHmac } from 'node:crypto';
import { newWebhookSecret, webhookHeaders } from './standard-webhooks.js';

describe('the signature of a webhook', () => {
  it('is that of the specification’s own example', () => {
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', seconds: 1614265330, body: '{"test": 2432232314}' };
    expect(webhookHeaders(message, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('stands there once per secret while one is being replaced', () => {
    const [fresh, old] = [newWebhookSecret(), newWebhookSecret()];
    const { 'webhook-signature': header = '' } = webhookHeaders({ id: 'm', seconds: 1, body: '证' }, [fresh, old]);
    const by = (secret: string) =>
      `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
        .update('m.1.证')
        .digest('base64')}`;
    expect(header.split(' ')).toEqual([by(fresh), by(old)]);
  });

  it('is made with 256 random bits', () => {
    const secrets = Array.from({ length: 50 }, newWebhookSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32);
  });
});
