import { ApiCaller } from '../api/api-caller.js';
import { OktaSimulator } from '../okta-simulator.js';
import type { FaultKind } from './fault-plan.js';
import { FaultPlan } from './fault-plan.js';

describe('faults', () => {
  let simulator: OktaSimulator;
  let api: ApiCaller;
  const write = { profile: { byndidRegistered: true } };

  beforeEach(async () => {
    simulator = await OktaSimulator.start({ registrationAttribute: true });
    simulator.addPerson('ada@rollcall.example');
    api = new ApiCaller(simulator.url, simulator.apiToken);
  });
  afterEach(() => simulator.stop());

  const outcome = async (kind: FaultKind): Promise<[string | number, boolean]> => {
    simulator.org.faults.set([{ kinds: [kind], times: 1, method: 'POST' }]);
    const answer = await api.post('/api/v1/users/ada@rollcall.example', write).catch((error: Error) => error.name);
    return [typeof answer === 'string' ? answer : answer.status, simulator.trueSet().length === 1];
  };

  it.each<[FaultKind, string | number, boolean]>([
    ['rate-limited', 429, false],
    ['unauthorized', 401, false],
    ['internal-error', 500, false],
    ['unavailable', 503, false],
    ['bad-gateway-html', 'SyntaxError', false],
    ['reset-before', 'TypeError', false],
    ['reset-after', 'TypeError', true],
    ['internal-error-after', 500, true],
    ['garbage-json', 'SyntaxError', true],
    ['truncated-body', 'TypeError', true],
  ])('%s is seen as %s; applied: %s', async (kind, seen, applied) => {
    expect(await outcome(kind)).toEqual([seen, applied]);
    expect((await api.post('/api/v1/users/ada@rollcall.example', write)).status).toBe(200);
  });

  it('repeats the same faults for the same seed', () => {
    const strikes = (seed: number): (string | undefined)[] => {
      const plan = new FaultPlan(seed);
      plan.set([{ kinds: ['internal-error', 'reset-after', 'slow'], probability: 0.3 }]);
      return Array.from({ length: 50 }, () => plan.next('POST', '/api/v1/users/x')?.kind);
    };
    expect(strikes(7)).toEqual(strikes(7));
    expect(strikes(7)).not.toEqual(strikes(8));
  });

  it('does not apply a request whose caller disconnected while the org was paused', async () => {
    simulator.pause();
    const gone = new AbortController();
    const request = fetch(`${simulator.url}/api/v1/users/ada@rollcall.example`, {
      method: 'POST',
      headers: { authorization: `SSWS ${simulator.apiToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(write),
      signal: gone.signal,
    }).catch(() => undefined);
    while (simulator.org.gate.waitingCount === 0) await new Promise(setImmediate);
    gone.abort();
    await request;
    while (simulator.org.gate.waitingCount > 0 && !(await hungUp(simulator))) await new Promise(setImmediate);
    simulator.resume();
    expect((await api.get('/api/v1/users/me')).status).toBe(200);
    expect(simulator.trueSet()).toEqual([]);
  });
});

/** Whether the server has noticed that all clients disconnected. */
async function hungUp(simulator: OktaSimulator): Promise<boolean> {
  return (await simulator.openConnections()) === 0;
}
