import { WebhookSender } from './webhook-sender.js';

/** Records messages. Every message gets an answer with the HTTP status `status`. */
export class FakeWebhookSender extends WebhookSender {
  readonly sent: { url: string; headers: Record<string, string>; body: string }[] = [];
  status = 204;

  override async send(url: string, headers: Record<string, string>, body: string): Promise<number> {
    this.sent.push({ url, headers, body });
    return this.status;
  }
}
