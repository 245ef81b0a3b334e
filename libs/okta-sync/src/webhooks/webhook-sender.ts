import { Injectable } from '@nestjs/common';
import { AppConfig } from '@rollcall/platform';
import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isAllowedLoopback, isPublicAddress, requireWebhookUrl } from './webhook-address.js';

const TIMEOUT_MS = 10_000;

/** Posts a message. */
export abstract class WebhookSender {
  /** @returns the status of the answer. @throws when there was none */
  abstract send(url: string, headers: Record<string, string>, body: string): Promise<number>;
}

/** Over HTTP, to public addresses only: the name is resolved by us, and looked at, for each connection. Redirects are not followed. */
@Injectable()
export class HttpWebhookSender extends WebhookSender {
  constructor(private readonly config: AppConfig) {
    super();
  }

  override async send(address: string, headers: Record<string, string>, body: string): Promise<number> {
    const url = requireWebhookUrl(address, this.config.oktaAllowedHosts);
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const guard = isAllowedLoopback(url, this.config.oktaAllowedHosts) ? {} : { lookup: publicLookup };
    return new Promise((resolve, reject) => {
      const sent = request(
        url,
        { method: 'POST', headers, signal: AbortSignal.timeout(TIMEOUT_MS), ...guard },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

type LookupDone = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

function publicLookup(hostname: string, options: LookupOptions, done: LookupDone): void {
  lookup(
    hostname,
    options,
    (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => {
      const addresses = typeof address === 'string' ? [address] : (address ?? []).map((one) => one.address);
      const refused = error === null && !addresses.every(isPublicAddress);
      done(refused ? new Error(`${hostname} leads to a private address`) : error, address, family);
    },
  );
}
