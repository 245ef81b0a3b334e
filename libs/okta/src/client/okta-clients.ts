import { Injectable } from '@nestjs/common';
import type { Client } from '@okta/okta-sdk-nodejs';
import { AppConfig, Clock, OutboundHttp } from '@rollcall/platform';
import { OktaMetrics } from './okta-metrics.js';
import { OktaAccessTokens } from '../oauth/okta-access-tokens.js';
import { OKTA_SCOPES } from '../oauth/okta-scopes.js';
import { OktaQuotas } from '../quota/okta-quotas.js';
import { OktaSlots } from '../slots/okta-slots.js';
import { assertReachableOrg } from './assert-reachable-org.js';
import type { OktaOrg } from './okta-org.js';
import { OktaRequestExecutor, type OktaRequest, type OktaResponse } from './okta-request-executor.js';

/**
 * The SDK's HTTP client. It is used for requests whose data the SDK's typed methods would change. Every answer passes
 * through our executor.
 */
export interface OktaTransport {
  getJson(url: string): Promise<unknown>;
  postJson(url: string, request: { body: string }): Promise<unknown>;
  /** @returns the whole answer, including its headers */
  http(url: string, request: HttpRequest): Promise<OktaResponse>;
}

interface HttpRequest extends Pick<OktaRequest, 'onHeaders' | 'body'> {
  method: 'get' | 'post' | 'put';
  headers: Readonly<Record<string, string>>;
}

const TIMEOUT_MS = 10_000;
const MAX_CLIENTS = 500;

/** One SDK client per integration, rebuilt when its org or credentials change. */
@Injectable()
export class OktaClients {
  private readonly clients = new Map<string, { fingerprint: string; client: Client }>();
  private sdk: Promise<typeof import('@okta/okta-sdk-nodejs')> | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly quotas: OktaQuotas,
    private readonly slots: OktaSlots,
    private readonly tokens: OktaAccessTokens,
    private readonly metrics: OktaMetrics,
    private readonly outbound: OutboundHttp,
    private readonly clock: Clock,
  ) {}

  /** Loads the SDK, which takes a second and 90 MB. Called only in processes that send requests to Okta. */
  async warm(): Promise<void> {
    await (this.sdk ??= import('@okta/okta-sdk-nodejs'));
  }

  async of(org: OktaOrg): Promise<Client> {
    assertReachableOrg(org, this.config.oktaAllowedHosts);
    const key = `${org.tenantId}/${org.integrationId}/${org.scopes?.join(' ') ?? ''}`;
    const fingerprint = JSON.stringify([org.domain, org.orgId, org.baseUrl, org.credentials]);
    const known = this.clients.get(key);
    if (known?.fingerprint === fingerprint) return known.client;
    const client = await this.build(org);
    if (this.clients.size >= MAX_CLIENTS) this.clients.delete(this.clients.keys().next().value ?? '');
    this.clients.set(key, { fingerprint, client });
    return client;
  }

  async transport(org: OktaOrg): Promise<OktaTransport> {
    return (await this.of(org)).http as unknown as OktaTransport;
  }

  /**
   * Sets every option of the SDK. The SDK would read missing options from the machine's environment and files, which
   * may belong to another org.
   */
  private async build(org: OktaOrg): Promise<Client> {
    const { Client: SdkClient } = await (this.sdk ??= import('@okta/okta-sdk-nodejs'));
    const { baseUrl, credentials, scopes = OKTA_SCOPES } = org;
    const executor = new OktaRequestExecutor({
      outbound: this.outbound,
      timeoutMs: TIMEOUT_MS,
      now: () => this.clock.now().getTime(),
      authorize: async () =>
        credentials.mode === 'API_TOKEN'
          ? `SSWS ${credentials.token}`
          : `Bearer ${await this.tokens.get(baseUrl, credentials, scopes)}`,
      renew: async (authorization) => {
        if (credentials.mode === 'API_TOKEN') return false;
        await this.tokens.forget(baseUrl, { ...credentials, scopes }, authorization.slice('Bearer '.length));
        return true;
      },
      acquire: () => this.slots.acquire(org),
      onLimits: (bucket, seen) => this.quotas.learn(org, bucket, seen),
      onAnswer: (bucket, status) => this.metrics.countAnswer(org.integrationId, bucket, status),
    });
    return new SdkClient({
      orgUrl: baseUrl,
      // The executor authorizes each request; the SDK's own private-key mode requests several tokens at once.
      authorizationMode: 'SSWS',
      token: 'set-by-the-executor',
      cacheMiddleware: null,
      requestExecutor: executor as never,
    });
  }
}
