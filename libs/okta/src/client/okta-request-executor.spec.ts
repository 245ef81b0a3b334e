import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppConfig, OutboundHttp, SystemNameResolver } from '@rollcall/platform';
import { OktaRequestExecutor } from './okta-request-executor.js';

describe('the request executor of the Okta SDK', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/half') response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each(['/never', '/half'])('fails when the answer does not arrive or does not end (%s)', async (path) => {
    const config = new AppConfig({ oktaAllowedHosts: ['127.0.0.1:*'] as readonly string[] } as AppConfig);
    const executor = new OktaRequestExecutor({
      outbound: new OutboundHttp(config, new SystemNameResolver()),
      timeoutMs: 50,
      now: Date.now,
      authorize: async () => 'SSWS x',
      onLimits: () => undefined,
    });
    await expect(executor.fetch({ url: url + path, method: 'POST', body: '{}' })).rejects.toMatchObject({
      answer: { kind: 'SILENCE', cause: 'timed out' },
      mayHaveWritten: true,
    });
  });
});
