import { eventually, startServer, type TestServer } from '../support/index.js';
import { connectOrg, type ConnectedOrg } from './connected-org.js';

interface ScimError {
  status: number;
  type: string | null;
  body: { schemas: string[]; status: string; scimType?: string; detail: string };
}

const ERROR_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:Error';

describe('what Okta is refused, and with which answer', () => {
  let server: TestServer;
  let org: ConnectedOrg;
  let token: string;

  beforeAll(async () => {
    server = await startServer();
    org = await connectOrg(server, 'Okta', { dialect: 'catalog' });
    token = (await org.admin.generateBearerToken(org.integrationId)).token;
  });
  afterAll(async () => {
    await org?.okta.stop();
    await server?.stop();
  });

  const send = async (authorization: string | undefined, method = 'GET', body?: string): Promise<ScimError> => {
    const answer = await fetch(`${org.scimUrl}/Users`, {
      method,
      headers: {
        accept: 'application/scim+json',
        ...(authorization === undefined ? {} : { authorization }),
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json; charset=utf-8' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      body: (await answer.json()) as ScimError['body'],
    };
  };

  const expectUnauthorized = ({ status, type, body }: ScimError): void => {
    expect(status).toBe(401);
    expect(type).toContain('application/scim+json');
    expect(body).toMatchObject({ schemas: [ERROR_SCHEMA], status: '401', detail: expect.stringMatching(/\S/) });
  };

  const post = (user: Record<string, unknown>): Promise<ScimError> => {
    const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
    return send(`Bearer ${token}`, 'POST', JSON.stringify({ schemas, ...user }));
  };

  it('no token, a made-up token, and the token of another integration', async () => {
    const elsewhere = await org.admin.createIntegration('Another org');
    const foreign = await org.admin.generateBearerToken(elsewhere.id);
    for (const authorization of [
      undefined,
      'Bearer nonsense',
      `Bearer ${token.slice(0, -1)}x`,
      `Bearer ${foreign.token}`,
    ]) {
      expectUnauthorized(await send(authorization));
    }
  });

  it('a revoked token at once, an expired one when its time has come', async () => {
    const revoked = await org.admin.generateBearerToken(org.integrationId);
    expect((await send(`Bearer ${revoked.token}`)).status).toBe(200);
    await org.admin.revokeScimCredential(revoked.credential.id);
    expectUnauthorized(await send(`Bearer ${revoked.token}`));

    const brief = await org.admin.generateBearerToken(org.integrationId, 1);
    await eventually(async () => expectUnauthorized(await send(`Bearer ${brief.token}`)));
    expect((await send(`Bearer ${token}`)).status).toBe(200);
  });

  it('a raw token without the word Bearer is not refused', async () => {
    expect((await send(token)).status).toBe(200);
  });

  it('invalid JSON', async () => {
    const { status, type, body } = await send(`Bearer ${token}`, 'POST', '{"userName": "ada');
    expect([status, body.status, body.scimType]).toEqual([400, '400', 'invalidSyntax']);
    expect(type).toContain('application/scim+json');
    expect(body.detail).toMatch(/JSON/);
  });

  it('a user without userName', async () => {
    const { status, body } = await post({ name: { givenName: 'Ada' } });
    expect([status, body.scimType]).toEqual([400, 'invalidValue']);
    expect(body.detail).toMatch(/userName/);
  });

  it('a userName that is taken, in any case', async () => {
    expect((await post({ userName: 'ada@rollcall.example' })).status).toBe(201);
    const { status, body } = await post({ userName: 'ADA@rollcall.example' });
    expect([status, body.status, body.scimType]).toEqual([409, '409', 'uniqueness']);
    expect(body.detail).toMatch(/ADA@rollcall\.example/i);
  });

  it.each([
    ['a malformed URL', '/Users/%ZZ', 400],
    ['an id that no resource has, for its length', `/Users/${'x'.repeat(300)}`, 404],
  ])('%s, before any scope is reached', async (_what, path, status) => {
    const answer = await fetch(org.scimUrl + path, { headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/scim+json; charset=utf-8',
    ]);
    expect(answer.headers.get('x-request-id')).toMatch(/\w/);
    expect(await answer.json()).toMatchObject({ schemas: [ERROR_SCHEMA], status: String(status) });
    const elsewhere = await fetch(new URL('/%ZZ', org.scimUrl));
    expect([elsewhere.status, await elsewhere.json()]).toEqual([
      400,
      { error: 'BAD_REQUEST', message: expect.any(String) },
    ]);
  });
});
