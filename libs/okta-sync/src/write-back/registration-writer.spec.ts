import { FakeRegistrationLedger } from '@rollcall/directory';
import {
  FakeOktaQuotaRepository,
  FakeOktaOrgInspector,
  FakeOktaSchemaGateway,
  FakeOktaUserGateway,
  FakeOktaUserList,
  type OktaOrg,
  OktaQuotas,
  OktaRequestError,
  QuotaSpent,
} from '@rollcall/okta';
import { AppConfig, type Database, FakeClock, Metrics } from '@rollcall/platform';
import { WriteBackMetrics } from '../metrics/write-back-metrics.js';
import { OktaProbe } from '../okta/okta-probe.js';
import { OktaTarget } from '../okta/okta-target.js';
import { OktaUserLinker } from '../okta/okta-user-linker.js';
import { SharedUsers } from '../registration/shared-users.js';
import type { Claim } from '../ledger/claim.js';
import { LEASE_MS, REQUEST_MS } from '../ledger/lease.js';
import type { RegistrationLinks } from '../ledger/registration-links.js';
import type { WorkerPresence } from '../ledger/worker-presence.js';
import { RegistrationWriter } from './registration-writer.js';

const org = { tenantId: 't', integrationId: 'i', domain: 'acme.okta.com' } as OktaOrg;
const facts = { id: 'a', active: true, active_passkeys: 1, user_name: 'ada@example.com', external_id: '00uada' };

function writerAnd(users: FakeOktaUserGateway, busy = false): { writer: RegistrationWriter; target: OktaTarget } {
  const clock = new FakeClock(new Date('2030-01-01T00:00:00Z'));
  const quotas = new OktaQuotas(new FakeOktaQuotaRepository(), clock, { oktaRateShare: 0.5 } as AppConfig);
  const linker = new OktaUserLinker(users, quotas);
  const list = new FakeOktaUserList(users);
  const schemas = new FakeOktaSchemaGateway();
  return {
    writer: new RegistrationWriter(
      quotas,
      clock,
      new WriteBackMetrics(new Metrics()),
      Object.assign(new SharedUsers({} as Database, new FakeRegistrationLedger()), {
        sharing: async () => new Map([['a', { facts: undefined, shared: busy, mustWait: busy }]]),
      }),
      { shown: true } as WorkerPresence,
      { link: async () => true } as unknown as RegistrationLinks,
    ),
    target: new OktaTarget(org, {
      users,
      linker,
      list,
      schemas,
      probe: new OktaProbe(schemas, new FakeOktaOrgInspector()),
    }),
  };
}

describe('the writer', () => {
  it.each([
    ['is good for longer than a request', LEASE_MS, ['00uada']],
    ['could run out under the request', REQUEST_MS - 1, []],
    ['has run out', -1, []],
  ])('writes only if the lease outlasts the write: a lease that %s', async (_, left, written) => {
    const okta = new FakeOktaUserGateway();
    okta.addUser({ id: '00uada' });
    const heldUntil = performance.now() + left;
    const claim = {
      oktaUserId: '00uada',
      confirmed: false,
      remoteStateUnknown: false,
      touchedAt: new Date(0),
      heldUntil,
    } as Claim;
    const { writer, target } = writerAnd(okta);
    const attempt = await writer.attempt({ target, claim, facts, kept: undefined, busy: false, shared: false }, true);
    expect(okta.writes.map(({ userId }) => userId)).toEqual(written);
    expect(attempt.kind).toBe(written.length > 0 ? 'CONFIRMED' : 'NOT_NOW');
  });

  it('treats the remote state as unknown if the read after a write got no answer', async () => {
    const okta = new FakeOktaUserGateway();
    okta.setRegistered = async () => {
      throw new OktaRequestError({ kind: 'SILENCE', cause: 'reset' }, 'GET');
    };
    const heldUntil = performance.now() + LEASE_MS;
    const claim = {
      oktaUserId: '00uada',
      confirmed: false,
      remoteStateUnknown: false,
      touchedAt: new Date(0),
      heldUntil,
    } as Claim;
    const { writer, target } = writerAnd(okta);
    expect(
      await writer.attempt({ target, claim, facts, kept: undefined, busy: false, shared: false }, true),
    ).toMatchObject({
      kind: 'FAILED',
      remote: { remoteStateUnknown: true },
    });
  });

  it.each([
    ['the user is busy', true, undefined],
    ['the second read is refused for lack of quota', false, new QuotaSpent('users.read', 2_000)],
  ])('keeps a new link if %s', async (_, busy, refused) => {
    const okta = new FakeOktaUserGateway();
    okta.addUser({ id: '00uada', registered: true });
    const claim = {
      identityId: 'a',
      oktaUserId: '00uold',
      confirmed: null,
      remoteStateUnknown: true,
      touchedAt: new Date(0),
      heldUntil: performance.now() + LEASE_MS,
    } as Claim;
    const { writer, target } = writerAnd(okta, busy);
    const find = target.find.bind(target);
    let reads = 0;
    target.find = async (...args) => {
      reads += 1;
      if (reads === 2 && refused) throw refused;
      return find(...args);
    };
    const attempt = await writer.attempt({ target, claim, facts, kept: undefined, busy: false, shared: false }, true);
    expect(attempt).toMatchObject({
      kind: 'NOT_NOW',
      remote: { oktaUserId: '00uada', confirmed: null, remoteStateUnknown: true },
    });
  });
});
