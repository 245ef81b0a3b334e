import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeRegistrationLedger } from '@rollcall/directory';
import {
  FakeOktaQuotaRepository,
  FakeOktaOrgInspector,
  FakeOktaSchemaGateway,
  FakeOktaUserGateway,
  FakeOktaUserList,
  type OktaOrg,
  OktaQuotas,
} from '@rollcall/okta';
import { AppConfig, type Database, FakeClock, Metrics, OutboundHttp, SystemNameResolver } from '@rollcall/platform';
import { OktaRequestExecutor } from '../../../libs/okta/src/client/okta-request-executor.js';
import type { Claim } from '../../../libs/okta-sync/src/ledger/claim.js';
import { LEASE_MS } from '../../../libs/okta-sync/src/ledger/lease.js';
import type { RegistrationLinks } from '../../../libs/okta-sync/src/ledger/registration-links.js';
import type { WorkerPresence } from '../../../libs/okta-sync/src/ledger/worker-presence.js';
import { WriteBackMetrics } from '../../../libs/okta-sync/src/metrics/write-back-metrics.js';
import { OktaProbe } from '../../../libs/okta-sync/src/okta/okta-probe.js';
import { OktaTarget } from '../../../libs/okta-sync/src/okta/okta-target.js';
import { OktaUserLinker } from '../../../libs/okta-sync/src/okta/okta-user-linker.js';
import { SharedUsers } from '../../../libs/okta-sync/src/registration/shared-users.js';
import { RegistrationWriter } from '../../../libs/okta-sync/src/write-back/registration-writer.js';

const facts = { id: 'a', active: true, active_passkeys: 1, user_name: 'ada@example.com', external_id: '00uada' };

describe('a worker that is stopped between the check of its lease and the request', () => {
  let server: Server;
  let url: string;
  let received: number;
  /** How long the process was stopped, in milliseconds. */
  let stopped: number;

  beforeEach(async () => {
    [received, stopped] = [0, 0];
    server = createServer((_, response) => {
      received += 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/users/00uada`;
    const now = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + stopped);
  });

  afterEach(() => {
    jest.restoreAllMocks();
    server.closeAllConnections();
    server.close();
  });

  /**
   * @param ms how long the process is stopped; this happens while it fetches credentials, between the check and the
   * request
   */
  async function write(ms: number): Promise<string> {
    const config = new AppConfig({
      oktaRateShare: 0.5,
      oktaAllowedHosts: ['127.0.0.1:*'] as readonly string[],
    } as AppConfig);
    const executor = new OktaRequestExecutor({
      outbound: new OutboundHttp(config, new SystemNameResolver()),
      timeoutMs: 10_000,
      now: Date.now,
      authorize: async () => {
        stopped = ms;
        return 'SSWS x';
      },
      onLimits: () => undefined,
    });
    const users = new FakeOktaUserGateway();
    users.setRegistered = async (_org, _id, value) => {
      await executor.fetch({ url, method: 'POST', body: '{}' });
      return value;
    };
    const clock = new FakeClock(new Date('2030-01-01T00:00:00Z'));
    const quotas = new OktaQuotas(new FakeOktaQuotaRepository(), clock, config);
    const writer = new RegistrationWriter(
      quotas,
      clock,
      new WriteBackMetrics(new Metrics()),
      new SharedUsers({} as Database, new FakeRegistrationLedger()),
      { shown: true } as WorkerPresence,
      {} as RegistrationLinks,
    );
    const org = { tenantId: 't', integrationId: 'i', domain: 'acme.okta.com' } as OktaOrg;
    const schemas = new FakeOktaSchemaGateway();
    const target = new OktaTarget(org, {
      users,
      linker: new OktaUserLinker(users, quotas),
      list: new FakeOktaUserList(users),
      schemas,
      probe: new OktaProbe(schemas, new FakeOktaOrgInspector()),
    });
    const claim = {
      oktaUserId: '00uada',
      confirmed: false,
      remoteStateUnknown: false,
      touchedAt: new Date(0),
      heldUntil: performance.now() + LEASE_MS,
    } as Claim;
    return (await writer.attempt({ target, claim, facts, kept: undefined, shared: false, busy: false }, true)).kind;
  }

  it('sends nothing when the lease no longer outlasts the request', async () => {
    expect([await write(4_000), received]).toEqual(['NOT_NOW', 0]);
  });

  it('sends when the lease still does', async () => {
    expect([await write(1_000), received]).toEqual(['CONFIRMED', 1]);
  });
});
