import { OktaSimulator } from '../okta-simulator.js';
import { ApiCaller } from './api-caller.js';

describe('rate limits', () => {
  let now = Date.parse('2026-01-01T00:00:10.500Z');
  let simulator: OktaSimulator;
  let api: ApiCaller;
  const write = { profile: { byndidRegistered: true } };

  beforeEach(async () => {
    simulator = await OktaSimulator.start({
      registrationAttribute: true,
      now: () => now,
      rateLimits: { 'POST /users/{id}': 2 },
    });
    simulator.addPerson('ada@rollcall.example');
    api = new ApiCaller(simulator.url, simulator.apiToken);
  });
  afterEach(() => simulator.stop());

  it('counts down, refuses with E0000047, and starts again after the reset', async () => {
    const remaining: (string | null)[] = [];
    const statuses: number[] = [];
    for (let request = 0; request < 3; request += 1) {
      const answer = await api.post('/api/v1/users/ada@rollcall.example', write);
      remaining.push(answer.headers.get('x-rate-limit-remaining'));
      statuses.push(answer.status);
      expect(answer.headers.get('x-rate-limit-limit')).toBe('2');
      expect(answer.headers.get('x-rate-limit-reset')).toBe(String(Math.ceil((now + 60_000) / 1000)));
    }
    expect([remaining, statuses]).toEqual([
      ['1', '0', '0'],
      [200, 200, 429],
    ]);
    expect(simulator.writes.all).toHaveLength(2);
    now += 60_000;
    expect((await api.post('/api/v1/users/ada@rollcall.example', write)).status).toBe(200);
  });

  it('keeps a window for each endpoint', async () => {
    simulator.org.limits.spend('POST /users/{id}', 2);
    expect((await api.post('/api/v1/users/ada@rollcall.example', write)).body['errorCode']).toBe('E0000047');
    expect((await api.get('/api/v1/users/ada@rollcall.example')).status).toBe(200);
    expect((await api.get('/api/v1/users')).headers.get('x-rate-limit-limit')).toBe('600');
  });

  it('refuses more requests at once than the org allows', async () => {
    simulator.org.concurrency = 1;
    simulator.org.faults.set([{ kinds: ['never-after'], times: 1 }]);
    const stuck = new AbortController();
    const first = fetch(`${simulator.url}/api/v1/users/me`, {
      headers: { authorization: `SSWS ${simulator.apiToken}` },
      signal: stuck.signal,
    }).catch(() => 'gave up');
    let second = await api.get('/api/v1/users/me');
    while (second.status === 200) second = await api.get('/api/v1/users/me');
    expect([second.body['errorCode'], second.headers.get('x-rate-limit-limit')]).toEqual(['E0000047', '0']);
    expect(simulator.org.peakInFlight).toBe(2);
    stuck.abort();
    await first;
  });
});
