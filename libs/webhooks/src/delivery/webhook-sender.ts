import { Injectable } from '@nestjs/common';
import { AppConfig, OutboundHttp, requireOutboundUrl } from '@rollcall/platform';

const TIMEOUT_MS = 10_000;

/** Posts a message. */
export abstract class WebhookSender {
  /** @returns the HTTP status of the answer. @throws if no answer arrived */
  abstract send(url: string, headers: Record<string, string>, body: string): Promise<number>;
}

/** Sends over HTTP, to public addresses only. */
@Injectable()
export class HttpWebhookSender extends WebhookSender {
  constructor(
    private readonly config: AppConfig,
    private readonly outbound: OutboundHttp,
  ) {
    super();
  }

  override async send(address: string, headers: Record<string, string>, body: string): Promise<number> {
    const url = requireOutboundUrl(address, this.config.oktaAllowedHosts, 'url');
    return (await this.outbound.send(url, { method: 'POST', headers, body, timeoutMs: TIMEOUT_MS })).status;
  }
}
