import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppConfig, FakeClock, Metrics, OutboundHttp, SystemClock, SystemNameResolver } from '@rollcall/platform';
import { OktaMetrics } from '../client/okta-metrics.js';
import { OktaAccessTokens } from '../oauth/okta-access-tokens.js';
import { FakeOktaQuotaRepository } from '../quota/fake-okta-quota.repository.js';
import { OktaQuotas } from '../quota/okta-quotas.js';
import { FakeOktaSlotLeaseRepository } from '../slots/fake-okta-slot-lease.repository.js';
import { OktaSlots } from '../slots/okta-slots.js';
import { OktaClients } from '../client/okta-clients.js';
import type { OktaOrg } from '../client/okta-org.js';
import { SdkOktaSchemaGateway } from './sdk-okta-schema-gateway.js';
import { SdkOktaUserGateway } from './sdk-okta-user-gateway.js';

interface Seen {
  method: string | undefined;
  url: string | undefined;
  authorization: string | undefined;
  body: string;
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

function json(status: number, body: object, headers: Record<string, string> = {}): Answer {
  return (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

const USER = { id: '00u1', status: 'ACTIVE', profile: { login: 'ada@example.com', byndidRegistered: true } };

describe('the user gateway over the Okta SDK', () => {
  let server: Server;
  let origin: string;
  let answer: Answer;
  const seen: Seen[] = [];
  const repository = new FakeOktaQuotaRepository();
  const config = new AppConfig({
    oktaRateShare: 0.5,
    oktaAllowedHosts: ['127.0.0.1:*'] as readonly string[],
  } as AppConfig);
  const quotas = new OktaQuotas(repository, new FakeClock(new Date()), config);
  const outbound = new OutboundHttp(config, new SystemNameResolver());
  const clients = new OktaClients(
    config,
    quotas,
    new OktaSlots(new FakeOktaSlotLeaseRepository()),
    new OktaAccessTokens(new SystemClock(), outbound),
    new OktaMetrics(new Metrics()),
    outbound,
    new SystemClock(),
  );
  const users = new SdkOktaUserGateway(clients);
  const schemas = new SdkOktaSchemaGateway(clients);

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push({ method: request.method, url: request.url, authorization: request.headers.authorization, body });
        answer(response, request);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await clients.warm();
  }, 60_000);

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  beforeEach(() => {
    seen.length = 0;
    answer = json(200, USER);
  });

  function org(change: Partial<OktaOrg> = {}): OktaOrg {
    const credentials = { mode: 'API_TOKEN' as const, token: 'secret-a' };
    return {
      tenantId: 't',
      integrationId: 'i',
      domain: 'acme',
      baseUrl: origin,
      attribute: 'byndidRegistered',
      credentials,
      ...change,
    };
  }

  it('writes by a partial POST that contains only the attribute', async () => {
    await users.setRegistered(org({ attribute: 'custom_flag' }), '00u1', false);
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/api/v1/users/00u1',
        authorization: 'SSWS secret-a',
        body: '{"profile":{"custom_flag":false}}',
      },
    ]);
  });

  it('sends a request for every read, and does not cache users', async () => {
    expect(await users.find(org(), '00u1')).toEqual({
      id: '00u1',
      login: 'ada@example.com',
      status: 'ACTIVE',
      registered: true,
    });
    answer = (response, request) => {
      expect(request.headers['content-type']).toContain('okta-response=omitCredentials,');
      json(200, { ...USER, profile: { login: 'ada@example.com' } })(response, request);
    };
    expect(await users.find(org(), '00u1')).toMatchObject({ registered: false });
    expect(seen).toHaveLength(2);
  });

  it('escapes a login in the path', async () => {
    await users.find(org(), 'a/../b?c@example.com');
    expect(seen[0]?.url).toBe('/api/v1/users/a%2F..%2Fb%3Fc%40example.com');
  });

  it.each(['.', '..'])('finds no user for the id %s, and sends no request', async (id) => {
    expect(await users.find(org(), id)).toBeUndefined();
    expect(seen).toEqual([]);
  });

  it('distinguishes a missing user from a failure', async () => {
    answer = json(404, { errorCode: 'E0000007', errorSummary: 'Not found' });
    expect(await users.find(org(), 'nobody')).toBeUndefined();
    answer = (response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<html>');
    await expect(users.find(org(), 'nobody')).rejects.toMatchObject({ answer: { kind: 'NOT_JSON', status: 404 } });
  });

  it('does not treat an HTML page with status 200 as a success', async () => {
    answer = (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Maintenance</html>');
    await expect(users.setRegistered(org(), '00u1', true)).rejects.toMatchObject({
      answer: { kind: 'NOT_JSON' },
      mayHaveWritten: true,
    });
  });

  it('sends a request once: after a 429 or a 503 the ledger retries', async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 1);
    const headers = { 'x-rate-limit-limit': '600', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': reset };
    answer = json(429, { errorCode: 'E0000047', errorSummary: 'Too many' }, headers);
    await expect(users.setRegistered(org(), '00u1', true)).rejects.toMatchObject({
      answer: { code: 'E0000047' },
      mayHaveWritten: false,
    });
    answer = json(503, { errorCode: 'E0000009', errorSummary: 'Later' });
    await expect(users.setRegistered(org(), '00u1', true)).rejects.toMatchObject({ mayHaveWritten: true });
    expect(seen).toHaveLength(2);
  });

  it('reports a connection that was reset', async () => {
    answer = (response) => response.destroy();
    await expect(users.setRegistered(org(), '00u1', true)).rejects.toMatchObject({
      answer: { kind: 'SILENCE' },
      mayHaveWritten: true,
    });
  });

  it('follows no redirect, because another server would receive the credentials', async () => {
    answer = (response) => response.writeHead(302, { location: `${origin}/elsewhere` }).end();
    await expect(users.find(org(), '00u1')).rejects.toMatchObject({ answer: { kind: 'NOT_JSON', status: 302 } });
    expect(seen).toHaveLength(1);
  });

  it('learns the limits of each answer', async () => {
    const reset = Math.floor(Date.now() / 1000) + 30;
    answer = json(200, USER, {
      'x-rate-limit-limit': '100',
      'x-rate-limit-remaining': '41',
      'x-rate-limit-reset': String(reset),
    });
    await users.setRegistered(org({ domain: 'limits' }), '00u1', true);
    await quotas.take({ tenantId: 't', domain: 'limits' }, 'users.write', 1);
    expect(repository.rows.get('t,limits,users.write')?.quota).toMatchObject({ limit: 100, remaining: 40 });
  });

  it.each(['', '  '])(
    'refuses the empty token %j, and does not use a token from the environment instead',
    async (token) => {
      process.env['OKTA_CLIENT_TOKEN'] = 'of-another-tenant';
      try {
        await expect(users.find(org({ credentials: { mode: 'API_TOKEN', token } }), '00u1')).rejects.toThrow(
          'no API token',
        );
      } finally {
        delete process.env['OKTA_CLIENT_TOKEN'];
      }
      expect(seen).toEqual([]);
    },
  );

  it('ignores Okta settings in the environment', async () => {
    process.env['OKTA_CLIENT_ORGURL'] = 'https://other.okta.com';
    process.env['OKTA_CLIENT_AUTHORIZATIONMODE'] = 'PrivateKey';
    try {
      await users.find(org({ integrationId: 'machine' }), '00u1');
    } finally {
      delete process.env['OKTA_CLIENT_ORGURL'];
      delete process.env['OKTA_CLIENT_AUTHORIZATIONMODE'];
    }
    expect(seen[0]?.authorization).toBe('SSWS secret-a');
  });

  it('uses new credentials from the next request on, and keeps integrations apart', async () => {
    await users.find(org(), '00u1');
    await users.find(org({ credentials: { mode: 'API_TOKEN', token: 'secret-b' } }), '00u1');
    await users.find(org({ integrationId: 'j', credentials: { mode: 'API_TOKEN', token: 'secret-c' } }), '00u1');
    expect(seen.map((request) => request.authorization)).toEqual(['SSWS secret-a', 'SSWS secret-b', 'SSWS secret-c']);
  });

  it.each(['http://acme.okta.com', 'http://10.0.0.1', 'http://localhost:1', 'ftp://127.0.0.1', 'nonsense'])(
    'never sends a request to %s',
    async (baseUrl) => {
      await expect(users.find(org({ baseUrl }), '00u1')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(seen).toEqual([]);
    },
  );

  it('reads the attribute from the schema, and adds only the attribute', async () => {
    answer = json(200, {
      definitions: {
        custom: {
          properties: {
            byndidRegistered: {
              type: 'boolean',
              title: 'Flag',
              master: { type: 'PROFILE_MASTER' },
              permissions: [{ principal: 'SELF', action: 'READ_WRITE' }],
            },
          },
        },
      },
    });
    expect(await schemas.attribute(org())).toEqual({
      type: 'boolean',
      title: 'Flag',
      master: 'PROFILE_MASTER',
      permission: 'READ_WRITE',
    });
    expect(await schemas.attribute(org({ attribute: 'other' }))).toBeUndefined();
    await schemas.createAttribute(org({ attribute: 'other' }));
    const created = seen.at(-1);
    expect(created).toMatchObject({ method: 'POST', url: '/api/v1/meta/schemas/user/default' });
    expect(Object.keys(JSON.parse(created?.body ?? '{}').definitions.custom.properties)).toEqual(['other']);
  });
});
