import { randomBytes } from 'node:crypto';
import { GroupService, IdentityService } from '@rollcall/directory';
import { systemCaller } from '@rollcall/platform';
import { type IsolationApp, NO_OKTA, ROOT_TOKEN } from './isolation-app.js';

/** The kinds of objects that have ids: tables of the schema. */
export type IdKind =
  | 'admin_passkeys'
  | 'admin_sessions'
  | 'admin_tokens'
  | 'directory_integrations'
  | 'enrollment_batches'
  | 'enrollments'
  | 'groups'
  | 'identities'
  | 'passkeys'
  | 'reconciliation_runs'
  | 'scim_credentials'
  | 'scim_schemas'
  | 'sign_in_secrets'
  | 'tenants'
  | 'webhook_endpoints'
  | 'webhook_messages';

/** An integration with everything in it, and the credentials for it. */
export interface Directory {
  id: string;
  identityId: string;
  groupId: string;
  scimToken: string;
  clientId: string;
  clientSecret: string;
  hookSecret: string;
  enrollmentToken: string;
}

/** A tenant that holds a row of every kind, in two directories. */
export interface World {
  tenantId: string;
  /** Part of every name and text of this tenant. */
  mark: string;
  tokens: Record<'OWNER' | 'ADMIN' | 'OPERATOR' | 'VIEWER', string>;
  directories: readonly [Directory, Directory];
}

type Ask = (query: string, variables?: object) => Promise<Record<string, unknown>>;

export async function makeWorld(on: IsolationApp): Promise<World> {
  const mark = `mark${randomBytes(8).toString('hex')}`;
  const created = await on.graphql(
    ROOT_TOKEN,
    'mutation ($input: CreateTenantInput!) { createTenant(input: $input) { tenant { id } } }',
    { input: { name: mark } },
  );
  const { createTenant } = created.data as { createTenant: { tenant: { id: string } } };
  const tenantId = createTenant.tenant.id;
  // The use of the root token is not recorded, so that no row changes later.
  const ask: Ask = async (query, variables = {}) => {
    const { data, errors } = await on.graphql(ROOT_TOKEN, query, variables, { 'x-rollcall-tenant': tenantId });
    if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
    return data ?? {};
  };
  const token = async (role: string): Promise<string> => {
    const query = 'mutation ($input: CreateAdminTokenInput!) { made: createAdminToken(input: $input) { token } }';
    return ((await ask(query, { input: { name: `${mark} ${role}`, role } }))['made'] as { token: string }).token;
  };
  await ask('mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }', {
    input: { url: `https://hooks.example.com/${mark}`, events: ['TEST'] },
  });
  const [endpoint] = await on.database.query<{ id: string }>('select id from webhook_endpoints where tenant_id = $1', [
    tenantId,
  ]);
  await ask('mutation ($id: ID!) { testWebhookEndpoint(id: $id) }', { id: endpoint?.id });
  const directories = [
    await makeDirectory(on, ask, tenantId, mark),
    await makeDirectory(on, ask, tenantId, mark),
  ] as const;
  const tokens = {
    OWNER: await token('OWNER'),
    ADMIN: await token('ADMIN'),
    OPERATOR: await token('OPERATOR'),
    VIEWER: await token('VIEWER'),
  };
  await addTraces(on, tenantId, mark, directories[0].id);
  return { tenantId, mark, tokens, directories };
}

/**
 * Inserts the rows that a browser and a SCIM client cause; by SQL, so that nothing is recorded later. The viewer is the user who signed in.
 */
async function addTraces(on: IsolationApp, tenantId: string, mark: string, integrationId: string): Promise<void> {
  await on.database.execute(
    `with viewer as (select id from admin_tokens where tenant_id = $1 and role = 'VIEWER'),
       session as (insert into admin_sessions (tenant_id, id, token_hash, admin_token_id, name, role, kind, expires_at, user_agent)
         select $1, gen_random_uuid(), sha256($2::bytea), id, $3, 'VIEWER', 'SESSION', now() + interval '1 hour', $3 from viewer),
       signed_in as (insert into sign_in_events (tenant_id, id, integration_id, at, outcome, user_agent)
         values ($1, gen_random_uuid(), $4, now(), 'SUCCEEDED', $3)),
       okta as (insert into okta_sign_ins (tenant_id, integration_id, identity_provider_id, checked_at)
         values ($1, $4, $3, now())),
       request as (insert into scim_requests (tenant_id, integration_id, id, at, method, path, status, duration_ms, detail)
         values ($1, $4, gen_random_uuid(), now(), 'GET', '/Users', 404, 1, $3))
     insert into admin_passkeys (tenant_id, id, admin_token_id, name, credential_id, public_key)
       select $1, gen_random_uuid(), id, $3, $3, ''::bytea from viewer`,
    [tenantId, Buffer.from(mark), mark, integrationId],
  );
}

async function makeDirectory(on: IsolationApp, ask: Ask, tenantId: string, mark: string): Promise<Directory> {
  const name = `${mark} ${randomBytes(4).toString('hex')}`;
  const made = await ask(
    'mutation ($input: CreateDirectoryIntegrationInput!) { made: createDirectoryIntegration(input: $input) { id } }',
    { input: { name, provider: 'OKTA' } },
  );
  const { id } = made['made'] as { id: string };
  const caller = systemCaller(tenantId, 'test');
  const identity = await on.app.get(IdentityService, { strict: false }).create(caller, id, {
    userName: `${name}@example.com`,
    externalId: `00u${mark}`,
    displayName: name,
    email: null,
    active: true,
    profile: {},
  });
  const identityId = identity.id;
  const groups = on.app.get(GroupService, { strict: false });
  const group = await groups.create(caller, id, { displayName: name, externalId: null, profile: {} }, [identityId]);
  const secrets = await ask(
    `mutation ($bearer: GenerateBearerTokenInput!, $client: GenerateClientCredentialsInput!, $hook: ConfigureEventHookInput!,
       $sync: ConfigureRegistrationSyncInput!, $app: ID!, $signIn: EnableSignInInput!,
       $selfEnrollment: ConfigureSelfEnrollmentInput!) {
       bearer: generateBearerToken(input: $bearer) { token }
       client: generateClientCredentials(input: $client) { clientId clientSecret }
       hook: configureEventHook(input: $hook) { secret }
       sync: configureRegistrationSync(input: $sync) { id }
       app: prepareOktaServiceApp(integrationId: $app) { jwksUrl }
       signIn: enableSignIn(input: $signIn) { clientSecret }
       selfEnrollment: configureSelfEnrollment(input: $selfEnrollment) { url } }`,
    {
      bearer: { integrationId: id, name },
      client: { integrationId: id, name },
      hook: { integrationId: id },
      sync: { integrationId: id, oktaDomain: NO_OKTA, apiToken: `00${mark}` },
      app: id,
      signIn: { integrationId: id, redirectUris: [`https://${mark}.example.com/callback`] },
      selfEnrollment: { integrationId: id, clientId: mark, clientSecret: `secret-${mark}` },
    },
  );
  const people = await ask(
    `mutation ($enrollment: CreateEnrollmentInput!, $passkey: RecordPasskeyInput!, $schema: SaveScimSchemaInput!, $run: StartReconciliationInput!,
       $batch: CreateEnrollmentsInput!) {
       batch: createEnrollments(input: $batch) { id }
       enrollment: createEnrollment(input: $enrollment) { url }
       passkey: recordPasskey(input: $passkey) { id }
       schema: saveScimSchema(input: $schema) { id }
       run: startReconciliation(input: $run) { id } }`,
    {
      enrollment: { identityId },
      passkey: { identityId, externalId: `${mark}-passkey`, deviceName: mark },
      schema: {
        integrationId: id,
        id: `urn:example:${randomBytes(8).toString('hex')}`,
        name: mark,
        resourceType: 'User',
        attributes: [{ name: 'floor' }],
      },
      run: { integrationId: id, dryRun: true },
      batch: { integrationId: id, groupId: group.id },
    },
  );
  const { bearer, client, hook } = secrets as unknown as {
    bearer: { token: string };
    client: { clientId: string; clientSecret: string };
    hook: { secret: string };
  };
  const { url } = people['enrollment'] as { url: string };
  return {
    id,
    identityId,
    groupId: group.id,
    scimToken: bearer.token,
    ...client,
    hookSecret: hook.secret,
    enrollmentToken: url.split('/').at(-1) ?? '',
  };
}

/** A row id of this kind in the tenant; for rows of a directory, from the first directory. */
export async function idOf(on: IsolationApp, world: World, kind: IdKind): Promise<string> {
  const [{ id: integrationId }] = world.directories;
  if (kind === 'directory_integrations') return integrationId;
  if (kind === 'tenants') return world.tenantId;
  const [row] = await on.database.query<{ id: string }>(
    `select id from ${kind} t where tenant_id = $1
       and coalesce(to_jsonb(t) ->> 'integration_id', $2) = $2 order by id desc limit 1`,
    [world.tenantId, integrationId],
  );
  if (!row) throw new Error(`A world has no row in ${kind}: make one in test/isolation/world.ts`);
  return row.id;
}
