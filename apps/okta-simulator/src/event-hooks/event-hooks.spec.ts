import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OktaSimulator } from '../okta-simulator.js';

interface Received {
  authorization: string | undefined;
  eventType: string;
  uuid: string;
}

describe('event hooks', () => {
  let simulator: OktaSimulator;
  let server: Server;
  let url: string;
  let received: Received[];
  let failures: number;

  beforeEach(async () => {
    simulator = await OktaSimulator.start({ registrationAttribute: true, seed: 3 });
    [received, failures] = [[], 0];
    server = createServer((request, response) => {
      const challenge = request.headers['x-okta-verification-challenge'];
      if (challenge) return response.end(JSON.stringify({ verification: challenge }));
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { data } = JSON.parse(body) as { data: { events: { eventType: string; uuid: string }[] } };
        for (const { eventType, uuid } of data.events)
          received.push({ authorization: request.headers.authorization, eventType, uuid });
        if (failures > 0) {
          failures -= 1;
          request.socket.destroy();
        } else response.writeHead(204).end();
      });
      return undefined;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterEach(async () => {
    await simulator.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('verifies first, then delivers every event at least once with the secret', async () => {
    const hook = simulator.hooks.register({ url, secret: 'our secret' });
    simulator.addPeople(20);
    expect(await simulator.hooks.verify(hook)).toBe(true);
    for (let number = 1; number <= 20; number += 1)
      simulator.changeStatus(`person.${number}@rollcall.example`, 'suspend');
    await simulator.hooks.flush();
    const sent = simulator.org.events.all.map(({ uuid }) => uuid);
    const order = received.map(({ uuid }) => uuid);
    expect(new Set(order)).toEqual(new Set(sent));
    expect(order.length).toBeGreaterThan(sent.length);
    expect(order.slice(0, 5)).not.toEqual(sent.slice(0, 5));
    expect(received.every(({ authorization }) => authorization === 'our secret')).toBe(true);
  });

  it('sends nothing to a hook that was not verified, and retries once', async () => {
    const hook = simulator.hooks.register({ url, secret: 's', events: ['user.lifecycle.deactivate'] });
    simulator.addPeople(2);
    simulator.changeStatus('person.1@rollcall.example', 'suspend');
    simulator.changeStatus('person.1@rollcall.example', 'deactivate');
    await simulator.hooks.flush();
    expect(received).toEqual([]);
    await simulator.hooks.verify(hook);
    failures = 1;
    simulator.hooks.duplicateShare = 0;
    simulator.changeStatus('person.2@rollcall.example', 'deactivate');
    await simulator.hooks.flush();
    expect(received.map(({ eventType }) => eventType)).toEqual([
      'user.lifecycle.deactivate',
      'user.lifecycle.deactivate',
    ]);
    expect(simulator.hooks.deliveries.map(({ status }) => status)).toEqual([204]);
  });
});
