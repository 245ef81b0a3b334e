import { AdminRole, AdminTokenService } from '@rollcall/tenancy';
import { ADMIN_TOKEN, type PasskeysApp, startPasskeysApp } from './passkeys-app.js';

let on: PasskeysApp;
beforeAll(async () => {
  on = await startPasskeysApp();
});
afterAll(() => on?.stop());

interface Answer {
  data?: Record<string, Record<string, unknown>> | null;
  errors?: { extensions: { code: string; field?: string } }[];
}

async function ask(query: string, variables: object, token = ADMIN_TOKEN): Promise<Answer> {
  const { body } = await on.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${token}` },
    payload: { query, variables },
  });
  return JSON.parse(body) as Answer;
}

const RECORD = `mutation ($input: RecordPasskeyInput!) {
  recordPasskey(input: $input) { id deviceName createdAt lastUsedAt revokedAt } }`;
const REVOKE = 'mutation ($id: ID!) { revokePasskey(id: $id) { id revokedAt } }';
const ENROLL = 'mutation ($input: CreateEnrollmentInput!) { createEnrollment(input: $input) { id url expiresAt } }';
const CANCEL = 'mutation ($id: ID!) { cancelEnrollment(id: $id) { id createdBy } }';
const OPEN = '{ identities { nodes { userName openEnrollment { id openedAt expiresAt } } } }';
const PEOPLE = '{ identities { nodes { userName enrollmentStatus passkeys { id deviceName revokedAt } } } }';

test('passkeys of people are listed, recorded, revoked and invited', async () => {
  const ada = await on.person('ada');
  const grace = await on.person('grace');
  const recorded = await ask(RECORD, { input: { identityId: ada.id, externalId: 'c1', deviceName: 'Phone' } });
  expect(recorded.data?.['recordPasskey']).toEqual({
    id: expect.any(String),
    deviceName: 'Phone',
    createdAt: on.clock.now().toISOString(),
    lastUsedAt: null,
    revokedAt: null,
  });
  await ask(RECORD, { input: { identityId: grace.id, externalId: 'c2' } });
  const enrollment = await ask(ENROLL, { input: { identityId: grace.id, expiresIn: 3600 } });
  expect(enrollment.data?.['createEnrollment']).toMatchObject({
    url: expect.stringContaining('/enroll/ren_'),
    expiresAt: new Date(on.clock.now().getTime() + 3_600_000).toISOString(),
  });

  const id = recorded.data?.['recordPasskey']?.['id'] as string;
  expect((await ask(REVOKE, { id })).data?.['revokePasskey']).toMatchObject({ id, revokedAt: expect.any(String) });
  expect((await ask(PEOPLE, {})).data?.['identities']?.['nodes']).toEqual([
    {
      userName: 'ada',
      enrollmentStatus: 'UNENROLLED',
      passkeys: [{ id, deviceName: 'Phone', revokedAt: expect.any(String) }],
    },
    {
      userName: 'grace',
      enrollmentStatus: 'ENROLLED',
      passkeys: [{ id: expect.any(String), deviceName: null, revokedAt: null }],
    },
  ]);
});

test('an open link is listed without its address, and revoked', async () => {
  const { id: identityId, userName } = await on.person('barbara');
  const made = await ask(ENROLL, { input: { identityId } });
  const { id, expiresAt } = made.data!['createEnrollment'] as { id: string; expiresAt: string };
  const openOf = async () => {
    const nodes = (await ask(OPEN, {})).data?.['identities']?.['nodes'] as {
      userName: string;
      openEnrollment: unknown;
    }[];
    return nodes.find((node) => node.userName === userName)?.openEnrollment;
  };
  expect(await openOf()).toEqual({ id, openedAt: null, expiresAt });
  expect((await ask(CANCEL, { id })).data?.['cancelEnrollment']).toEqual({ id, createdBy: 'Root administrator' });
  expect(await openOf()).toBeNull();
  expect((await ask(CANCEL, { id: 'no-id' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

test('operators may change passkeys, viewers may only look', async () => {
  const { id: identityId } = await on.person('linus');
  const tokenFor = async (role: AdminRole) => {
    const owner = { ...on.caller, role: AdminRole.OWNER, root: true, adminTokenId: null };
    return (await on.app.get(AdminTokenService).create(owner, { name: role, role })).token;
  };
  const [viewer, operator] = [await tokenFor(AdminRole.VIEWER), await tokenFor(AdminRole.OPERATOR)];
  const record = { input: { identityId, externalId: 'c3' } };
  const refusals = [
    await ask(RECORD, record, viewer),
    await ask(ENROLL, { input: { identityId } }, viewer),
    await ask(REVOKE, { id: identityId }, viewer),
    await ask(CANCEL, { id: identityId }, viewer),
  ];
  expect(refusals.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(Array(4).fill('FORBIDDEN'));
  expect((await ask(RECORD, record, operator)).errors).toBeUndefined();
  expect((await ask(PEOPLE, {}, viewer)).errors).toBeUndefined();
  expect((await ask(RECORD, record, 'nonsense')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('refusals name their code and field', async () => {
  const { id: identityId } = await on.person('rob');
  expect((await ask(ENROLL, { input: { identityId, expiresIn: 5 } })).errors?.[0]?.extensions).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'expiresIn',
  });
  expect(
    (await ask(RECORD, { input: { identityId, externalId: ' ', deviceName: 'y'.repeat(201) } })).errors,
  ).toMatchObject([
    {
      message: 'An externalId is required.',
      extensions: {
        code: 'BAD_USER_INPUT',
        field: 'externalId',
        fieldFaults: [
          { field: 'externalId', message: 'An externalId is required.' },
          { field: 'deviceName', message: 'A device name has at most 200 characters.' },
        ],
      },
    },
  ]);
  expect((await ask(REVOKE, { id: identityId })).errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
});
