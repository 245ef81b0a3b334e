import { systemCaller, type Caller } from '@rollcall/platform';
import type { IntegrationKey } from '@rollcall/directory';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { ServiceApps } from '@rollcall/okta';
import { OktaSimulator } from '../../../apps/okta-simulator/src/index.js';
import { eventually, seedIntegration } from '../../support/index.js';
import { Rig } from './rig.js';

describe('signing in to Okta as a service app', () => {
  let rig: Rig;
  let okta: OktaSimulator;
  let key: IntegrationKey;
  let caller: Caller;
  let apps: ServiceApps;

  beforeEach(async () => {
    [rig, okta] = await Promise.all([Rig.start({ real: true }), OktaSimulator.start({ registrationAttribute: true })]);
    key = { tenantId: rig.tenantId, integrationId: await seedIntegration(rig.database, rig.tenantId) };
    caller = systemCaller(key.tenantId, 'test');
    apps = rig.of(ServiceApps);
  });

  afterEach(async () => {
    await rig.stop();
    await okta.stop();
  });

  async function publicKeys() {
    return (await apps.jwks(key.tenantId, key.integrationId))?.keys ?? [];
  }

  async function register(): Promise<string> {
    const { scopes } = await apps.prepare(caller, key.integrationId);
    return okta.org.apps.register({ keys: await publicKeys(), scopes: [...scopes] }).clientId;
  }

  async function bindSomebody(): Promise<string> {
    const [user] = okta.addPeople(1, `p${Math.random()}`);
    const id = await rig.person(key, { externalId: user?.id ?? '', userName: String(user?.profile.login) });
    await rig.bind(key, id);
    return id;
  }

  it('publishes only public keys, and writes with a token of the service app', async () => {
    const clientId = await register();
    await apps.configure(caller, { integrationId: key.integrationId, oktaDomain: okta.domain, clientId });
    const [jwk] = await publicKeys();
    expect(Object.keys(jwk ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    await Promise.all([bindSomebody(), bindSomebody(), bindSomebody()]);
    await eventually(() => expect(okta.trueSet()).toHaveLength(3));
  });

  it('gets a new token by itself when Okta refuses the old one', async () => {
    const clientId = await register();
    await apps.configure(caller, { integrationId: key.integrationId, oktaDomain: okta.domain, clientId });
    await rig.settles(await bindSomebody(), { state: 'IN_SYNC', confirmed: true });
    okta.org.apps.revokeTokens();
    await rig.settles(await bindSomebody(), { state: 'IN_SYNC', confirmed: true });
    expect((await rig.of(RegistrationSyncService).find(key.tenantId, key.integrationId))?.pausedReason).toBeNull();
  });

  it('rotates its key: both are published, the new one signs', async () => {
    const clientId = await register();
    await apps.configure(caller, { integrationId: key.integrationId, oktaDomain: okta.domain, clientId });
    const [before] = await publicKeys();
    const rotated = await apps.rotateKey(caller, key.integrationId);
    expect(rotated.keys).toHaveLength(2);
    expect(rotated.keys.filter((one) => one.retiredAt === null).map((one) => one.kid)).not.toContain(before?.kid);
    expect((await publicKeys()).map((one) => one.kid)).toContain(before?.kid);
  });

  it('pauses when Okta does not know the app, and says so', async () => {
    await apps.configure(caller, { integrationId: key.integrationId, oktaDomain: okta.domain, clientId: '0oaNobody' });
    await bindSomebody();
    await eventually(async () => {
      const settings = await rig.of(RegistrationSyncService).find(key.tenantId, key.integrationId);
      expect(settings?.pausedReason).toContain('invalid_client');
    });
  });
});
