import type { OutboundHttp } from '@rollcall/platform';
import { assertReachableOrg } from './assert-reachable-org.js';
import type { OktaTransport } from './okta-clients.js';
import type { OktaOrg } from './okta-org.js';
import { OktaRequestExecutor } from './okta-request-executor.js';

const TIMEOUT_MS = 10_000;

/**
 * Access to an Okta org by API token, for a few manual requests. It needs no database, and so its requests are not
 * paced together with those of other processes.
 */
export class StandaloneOktaTransports {
  constructor(
    private readonly outbound: OutboundHttp,
    private readonly allowedHosts: readonly string[],
  ) {}

  /** @throws DomainError BAD_USER_INPUT for an org that must not be reached */
  async transport(org: OktaOrg): Promise<Pick<OktaTransport, 'http'>> {
    assertReachableOrg(org, this.allowedHosts);
    const { credentials } = org;
    if (credentials.mode !== 'API_TOKEN') throw new Error('An API token is needed here');
    const executor = new OktaRequestExecutor({
      outbound: this.outbound,
      timeoutMs: TIMEOUT_MS,
      now: Date.now,
      authorize: async () => `SSWS ${credentials.token}`,
      onLimits: () => undefined,
    });
    return { http: (url, request) => executor.fetch({ ...request, url, headers: { ...request.headers } }) };
  }
}
