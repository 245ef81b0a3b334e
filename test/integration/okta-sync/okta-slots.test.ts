import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppConfig, OutboundHttp, SystemNameResolver } from '@rollcall/platform';
import { OktaRequestExecutor } from '../../../libs/okta/src/client/okta-request-executor.js';
import { OktaSlotLeaseRepository } from '../../../libs/okta/src/slots/okta-slot-lease.repository.js';
import { OktaSlots } from '../../../libs/okta/src/slots/okta-slots.js';
import { createDatabase, seedTenant, type TestDatabase } from '../../support/index.js';

const WORKERS = 6;
/** Maximum number of concurrent requests from one worker to one org. */
const PER_WORKER = 16;
/** Maximum number of concurrent requests that an Okta org accepts. */
const OKTA_ALLOWS = 75;
const ANSWER_MS = 100;

/** An Okta org that answers slowly, and refuses requests if too many are concurrent. */
class SlowOrg {
  most = 0;
  private underWay = 0;
  private readonly server: Server = createServer((_, response) => {
    this.most = Math.max(this.most, (this.underWay += 1));
    const status = this.underWay > OKTA_ALLOWS ? 429 : 200;
    response.on('close', () => (this.underWay -= 1));
    setTimeout(
      () => response.writeHead(status, { 'content-type': 'application/json' }).end('{"errorCode":"E0000047"}'),
      ANSWER_MS,
    );
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe('six workers at one slow Okta org', () => {
  let on: TestDatabase;
  let org: SlowOrg;
  let url: string;

  beforeEach(async () => {
    org = new SlowOrg();
    [on, url] = await Promise.all([createDatabase(), org.start()]);
  });

  afterEach(async () => {
    org.stop();
    await on.drop();
  });

  /**
   * Sends requests as several workers. @param slots if empty, each worker limits only its own requests. @returns the
   * refused requests
   */
  async function work(slots: readonly OktaSlots[], tenantId: string): Promise<unknown[]> {
    const config = new AppConfig({ oktaAllowedHosts: ['127.0.0.1:*'] as readonly string[] } as AppConfig);
    const refused: unknown[] = [];
    const lanes = Array.from({ length: WORKERS }, (_, index) => {
      const own = slots[index];
      const executor = new OktaRequestExecutor({
        outbound: new OutboundHttp(config, new SystemNameResolver()),
        timeoutMs: 10_000,
        now: Date.now,
        authorize: async () => 'SSWS x',
        onLimits: () => undefined,
        ...(own && { acquire: () => own.acquire({ tenantId, domain: 'acme.okta.com' }) }),
      });
      return Array.from({ length: PER_WORKER }, async () => {
        for (let request = 0; request < 3; request += 1)
          await executor
            .fetch({ url: `${url}/api/v1/users/00u1`, method: 'POST', body: '{}' })
            .catch((error: unknown) => refused.push(error));
      });
    });
    await Promise.all(lanes.flat());
    return refused;
  }

  it('send more requests than it allows if each limits only its own requests', async () => {
    expect((await work([], 'none')).length).toBeGreaterThan(0);
    expect(org.most).toBeGreaterThan(OKTA_ALLOWS);
  });

  it('together send no more requests than it allows, and every request succeeds', async () => {
    const tenantId = await seedTenant(on.database);
    const slots = Array.from({ length: WORKERS }, () => new OktaSlots(new OktaSlotLeaseRepository(on.database)));
    expect(await work(slots, tenantId)).toEqual([]);
    expect(org.most).toBeLessThanOrEqual(OKTA_ALLOWS);
    expect(org.most).toBeGreaterThan(OKTA_ALLOWS / 2);
    await Promise.all(slots.map((one) => one.onApplicationShutdown()));
    expect(await on.database.query('select 1 from okta_slot_leases where slots > 0')).toEqual([]);
  });
});
