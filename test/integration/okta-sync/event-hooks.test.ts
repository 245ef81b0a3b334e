import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IntegrationKey } from '@rollcall/directory';
import { EventHooks } from '@rollcall/okta-sync';
import { systemCaller } from '@rollcall/platform';
import { OktaSimulator } from '../../../apps/okta-simulator/src/index.js';
import { eventually } from '../../support/index.js';
import { Rig } from './rig.js';

describe('event hooks of Okta', () => {
  let rig: Rig;
  let okta: OktaSimulator;
  let key: IntegrationKey;
  let app: NestFastifyApplication;

  beforeEach(async () => {
    [rig, okta] = await Promise.all([Rig.start({ real: true }), OktaSimulator.start({ registrationAttribute: true })]);
    key = await rig.integration(okta.domain, okta.apiToken);
    app = await rig.startHttp();
  });

  afterEach(async () => {
    await rig.stop();
    await okta.stop();
  });

  async function hookOf(): Promise<{ url: string; secret: string }> {
    const { secret } = await rig.of(EventHooks).configure(systemCaller(key.tenantId, 'test'), key.integrationId);
    return { url: `${await app.getUrl()}/okta/event-hooks/${key.integrationId}`.replace('[::1]', '127.0.0.1'), secret };
  }

  it('a person is checked and repaired after another administrator changed them in Okta', async () => {
    const hook = okta.hooks.register(await hookOf());
    expect(await okta.hooks.verify(hook)).toBe(true);
    const [user] = okta.addPeople(1);
    const ada = await rig.person(key, { externalId: user?.id ?? '', userName: String(user?.profile.login) });
    await rig.bind(key, ada);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: true });
    okta.setProfile(user?.id ?? '', { byndidRegistered: false });
    okta.changeStatus(user?.id ?? '', 'suspend');
    okta.changeStatus(user?.id ?? '', 'unsuspend');
    await okta.hooks.flush();
    await eventually(() => expect(okta.trueSet()).toHaveLength(1));
    expect(okta.hooks.deliveries.map((delivery) => delivery.status)).not.toContain(undefined);
    const row = await rig.of(EventHooks).find(key.tenantId, key.integrationId);
    expect(row?.verified_at).not.toBeNull();
    expect(row?.last_event_at).not.toBeNull();
  });

  it('acts once on an event that comes twice', async () => {
    const { url, secret } = await hookOf();
    const [user] = okta.addPeople(1);
    const ada = await rig.person(key, { externalId: user?.id ?? '' });
    const body = JSON.stringify({ data: { events: [{ uuid: 'one', target: [{ type: 'User', id: user?.id }] }] } });
    const headers = { 'content-type': 'application/json', authorization: secret };
    const answers = [
      await fetch(url, { method: 'POST', headers, body }),
      await fetch(url, { method: 'POST', headers, body }),
    ];
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([{ rechecked: 1 }, { rechecked: 0 }]);
    await rig.settles(ada, { state: 'IN_SYNC', confirmed: false });
  });

  it.each(['', 'wrong', 'rch_0000000000000000000000_0000000000000000000000000000000000000000000000000'])(
    'refuses %j',
    async (secret) => {
      const { url } = await hookOf();
      const challenge = { 'x-okta-verification-challenge': 'x', authorization: secret };
      expect((await fetch(url, { headers: challenge })).status).toBe(401);
      const post = await fetch(url, {
        method: 'POST',
        headers: { authorization: secret, 'content-type': 'application/json' },
        body: '{}',
      });
      expect(post.status).toBe(401);
    },
  );
});
