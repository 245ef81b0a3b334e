interface GraphqlAnswer {
  data?: Record<string, unknown>;
  errors?: { message: string; extensions?: { code?: string } }[];
}

export interface IdentityView {
  id: string;
  userName: string;
  externalId: string;
  status: 'ACTIVE' | 'SUSPENDED';
  enrollmentStatus: 'UNENROLLED' | 'PENDING' | 'ENROLLED';
  registration: { desired: boolean; confirmed: boolean | null; state: string } | null;
}

const PAGE = 200;
const IDENTITY = 'id userName externalId status enrollmentStatus registration { desired confirmed state }';

/**
 * A client of the GraphQL admin API. It uses no code of the product, and the names of its methods are those of the
 * public contract.
 */
export class AdminApi {
  constructor(
    private readonly url: string,
    private readonly adminToken: string,
  ) {}

  createAdminToken(name: string, role: string): Promise<{ token: string; adminToken: { id: string } }> {
    return this.ask(
      'mutation ($input: CreateAdminTokenInput!) { createAdminToken(input: $input) { token adminToken { id } } }',
      { input: { name, role } },
    );
  }

  revokeAdminToken(id: string): Promise<unknown> {
    return this.ask('mutation ($id: ID!) { revokeAdminToken(id: $id) { id } }', { id });
  }

  createIntegration(name: string, provider = 'OKTA'): Promise<{ id: string; scimUrl: string }> {
    return this.ask(
      'mutation ($input: CreateDirectoryIntegrationInput!) { createDirectoryIntegration(input: $input) { id scimUrl } }',
      { input: { name, provider } },
    );
  }

  generateBearerToken(
    integrationId: string,
    expiresIn?: number,
  ): Promise<{ token: string; credential: { id: string } }> {
    return this.ask(
      'mutation ($input: GenerateBearerTokenInput!) { generateBearerToken(input: $input) { token credential { id } } }',
      {
        input: { integrationId, ...(expiresIn === undefined ? {} : { expiresIn }) },
      },
    );
  }

  revokeScimCredential(id: string): Promise<unknown> {
    return this.ask('mutation ($id: ID!) { revokeScimCredential(id: $id) { id } }', { id });
  }

  setDirectoryChangeCap(integrationId: string, ratio: number): Promise<unknown> {
    return this.ask(
      'mutation ($id: ID!, $ratio: Float!) { setDirectoryChangeCap(integrationId: $id, ratio: $ratio) { id } }',
      { id: integrationId, ratio },
    );
  }

  configureRegistrationSync(integrationId: string, oktaDomain: string, apiToken: string): Promise<unknown> {
    return this.ask(
      'mutation ($input: ConfigureRegistrationSyncInput!) { configureRegistrationSync(input: $input) { id } }',
      {
        input: { integrationId, oktaDomain, apiToken, enabled: true },
      },
    );
  }

  configureScimRegistration(
    integrationId: string,
    server: { baseUrl: string; extension: string },
    bearerToken: string,
  ): Promise<unknown> {
    return this.ask(
      'mutation ($input: ConfigureScimRegistrationInput!) { configureScimRegistration(input: $input) { id } }',
      { input: { integrationId, ...server, authentication: { bearerToken } } },
    );
  }

  /** Enables sign-in. Also creates the identity provider and the routing rule in Okta. */
  async setUpSignIn(integrationId: string): Promise<void> {
    await this.ask('mutation ($input: EnableSignInInput!) { enableSignIn(input: $input) { signIn { issuer } } }', {
      input: { integrationId },
    });
    await this.ask('mutation ($id: ID!) { createOktaIdentityProvider(integrationId: $id) { issuer } }', {
      id: integrationId,
    });
  }

  recordPasskey(identityId: string): Promise<{ id: string }> {
    return this.ask('mutation ($input: RecordPasskeyInput!) { recordPasskey(input: $input) { id } }', {
      input: { identityId, externalId: `authenticator-of-${identityId}` },
    });
  }

  revokePasskey(id: string): Promise<unknown> {
    return this.ask('mutation ($id: ID!) { revokePasskey(id: $id) { id } }', { id });
  }

  checkIntegration(id: string): Promise<unknown> {
    return this.ask('mutation ($id: ID!) { checkIntegration(id: $id) { checks { name } } }', { id });
  }

  /** Starts a dry run. */
  startReconciliation(integrationId: string): Promise<{ id: string }> {
    return this.ask('mutation ($input: StartReconciliationInput!) { startReconciliation(input: $input) { id } }', {
      input: { integrationId, dryRun: true },
    });
  }

  reconciliationRun(id: string): Promise<{ status: string; drifted: number }> {
    return this.ask('query ($id: ID!) { reconciliationRun(id: $id) { status drifted } }', { id });
  }

  reconciliationRuns(integrationId: string): Promise<{ nodes: { id: string }[] }> {
    return this.ask(
      'query ($integrationId: ID!) { reconciliationRuns(integrationId: $integrationId) { nodes { id } } }',
      { integrationId },
    );
  }

  /** Creates a tenant. @returns the token of the tenant's first owner */
  async createTenant(name: string): Promise<string> {
    const { adminToken } = await this.ask<{ adminToken: string }>(
      'mutation ($input: CreateTenantInput!) { createTenant(input: $input) { adminToken } }',
      { input: { name } },
    );
    return adminToken;
  }

  createWebhook(url: string): Promise<{ endpoint: { id: string }; secret: string }> {
    return this.ask(
      'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } secret } }',
      { input: { url, events: ['REGISTERED', 'UNREGISTERED', 'DRIFT_FOUND'] } },
    );
  }

  testWebhook(id: string): Promise<string> {
    return this.ask('mutation ($id: ID!) { testWebhookEndpoint(id: $id) }', { id });
  }

  webhooks(): Promise<{ id: string; url: string }[]> {
    return this.ask('query { webhookEndpoints { id url } }', {});
  }

  /** All identities of the integration, read page by page. */
  async identities(integrationId: string): Promise<IdentityView[]> {
    const query = `query ($integrationId: ID, $first: Int, $after: String) {
      identities(integrationId: $integrationId, first: $first, after: $after) {
        nodes { ${IDENTITY} } pageInfo { hasNextPage endCursor } } }`;
    const all: IdentityView[] = [];
    for (let after: string | null = null; ;) {
      const page: { nodes: IdentityView[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } =
        await this.ask(query, {
          integrationId,
          first: PAGE,
          after,
        });
      all.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return all;
      after = page.pageInfo.endCursor;
    }
  }

  /** The userNames whose attribute should be true in Okta according to Rollcall's data, sorted. */
  async trueSet(integrationId: string): Promise<string[]> {
    const identities = await this.identities(integrationId);
    return identities
      .filter(({ status, enrollmentStatus }) => status === 'ACTIVE' && enrollmentStatus === 'ENROLLED')
      .map(({ userName }) => userName)
      .sort();
  }

  groups(integrationId: string): Promise<{ nodes: { id: string; displayName: string; memberCount: number }[] }> {
    return this.ask(
      'query ($integrationId: ID) { groups(integrationId: $integrationId) { nodes { id displayName memberCount } } }',
      {
        integrationId,
      },
    );
  }

  /** Runs a document that has one root field, and returns the value of this field. */
  async ask<T>(query: string, variables: Record<string, unknown>): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.adminToken}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as GraphqlAnswer;
    const refusal = errors?.[0];
    if (refusal) throw new Error(`${refusal.extensions?.code ?? response.status}: ${refusal.message}`);
    return Object.values(data ?? {})[0] as T;
  }
}
