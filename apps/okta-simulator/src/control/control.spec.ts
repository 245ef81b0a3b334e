import { ApiCaller } from '../api/api-caller.js';
import { OktaSimulator } from '../okta-simulator.js';
import { controlRoutes } from './control-routes.js';
import { provisioningRoutes } from './provisioning-routes.js';

describe('control surface', () => {
  let simulator: OktaSimulator;
  let api: ApiCaller;

  beforeEach(async () => {
    simulator = await OktaSimulator.start({
      extend: async (app, self) => {
        controlRoutes(app, self);
        await app.register(async (scope) => provisioningRoutes(scope, self));
      },
    });
    api = new ApiCaller(simulator.url, simulator.apiToken);
  });
  afterEach(() => simulator.stop());

  it('adds people, changes settings and returns the records', async () => {
    await api.post('/_sim/people', { count: 3 });
    await api.call('PATCH', '/_sim/state', { searchLagMs: 50, attribute: { present: true }, routingRule: {} });
    await api.post('/api/v1/users/person.2@rollcall.example', { profile: { byndidRegistered: true } });
    expect((await api.get('/_sim/true-set')).body).toEqual(['person.2@rollcall.example']);
    expect((await api.get('/_sim/state')).body).toMatchObject({ people: 4, searchLagMs: 50, writes: 1 });
    await api.call('DELETE', '/_sim/writes');
    expect((await api.get('/_sim/writes')).body).toEqual([]);
  });

  it('reports why a SCIM app failed', async () => {
    await api.call('PUT', '/_sim/apps/rollcall', { baseUrl: simulator.url, token: 'x', dialect: 'catalog' });
    const answer = await api.post('/_sim/apps/rollcall/test-credentials', {});
    expect([answer.status, answer.body['status']]).toEqual([502, 404]);
  });
});
