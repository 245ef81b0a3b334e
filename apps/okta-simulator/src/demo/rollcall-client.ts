interface GraphqlAnswer {
  data?: Record<string, unknown>;
  errors?: { message: string; extensions?: { code?: string } }[];
}

export interface HealthCheck {
  name: string;
  status: 'OK' | 'WARN' | 'FAIL' | 'UNKNOWN';
  message: string;
}

export interface IdentityView {
  id: string;
  userName: string;
  enrollmentStatus: string;
  passkeys: { id: string; deviceName: string | null }[];
  registration: { desired: boolean; confirmed: boolean | null; state: string } | null;
}

const CHECKS = 'checks { name status message }';
const IDENTITY = 'id userName enrollmentStatus passkeys { id deviceName } registration { desired confirmed state }';

/** A client of Rollcall's admin API: GraphQL over HTTP with an admin token. */
export class RollcallClient {
  constructor(
    private readonly url: string,
    private readonly adminToken: string,
  ) {}

  async createIntegration(name: string): Promise<{ id: string; scimUrl: string }> {
    return this.ask(
      `mutation ($input: CreateDirectoryIntegrationInput!) { createDirectoryIntegration(input: $input) { id scimUrl } }`,
      { input: { name, provider: 'OKTA' } },
    );
  }

  async generateBearerToken(integrationId: string): Promise<{ token: string; scimUrl: string }> {
    return this.ask(
      `mutation ($input: GenerateBearerTokenInput!) { generateBearerToken(input: $input) { token scimUrl } }`,
      {
        input: { integrationId, name: 'Okta SCIM app' },
      },
    );
  }

  async configureRegistrationSync(input: {
    integrationId: string;
    oktaDomain: string;
    apiToken: string;
  }): Promise<unknown> {
    return this.ask(
      `mutation ($input: ConfigureRegistrationSyncInput!) {
         configureRegistrationSync(input: $input) { registrationSync { oktaDomain attribute enabled } } }`,
      { input: { ...input, enabled: true } },
    );
  }

  async checkIntegration(id: string): Promise<HealthCheck[]> {
    const health = await this.ask<{ checks: HealthCheck[] }>(
      `mutation ($id: ID!) { checkIntegration(id: $id) { ${CHECKS} } }`,
      { id },
    );
    return health.checks;
  }

  async createOktaAttribute(integrationId: string): Promise<HealthCheck[]> {
    const mutation = `mutation ($integrationId: ID!) { createOktaAttribute(integrationId: $integrationId) { ${CHECKS} } }`;
    return (await this.ask<{ checks: HealthCheck[] }>(mutation, { integrationId })).checks;
  }

  async counts(id: string): Promise<{ identityCount: number; groupCount: number }> {
    return this.ask(`query ($id: ID!) { directoryIntegration(id: $id) { identityCount groupCount } }`, { id });
  }

  async groups(integrationId: string): Promise<{ displayName: string; memberCount: number }[]> {
    const query = `query ($integrationId: ID) { groups(integrationId: $integrationId, first: 10) { nodes { displayName memberCount } } }`;
    return (await this.ask<{ nodes: { displayName: string; memberCount: number }[] }>(query, { integrationId })).nodes;
  }

  async identity(integrationId: string, userName: string): Promise<IdentityView> {
    const query = `query ($integrationId: ID, $search: String) {
      identities(integrationId: $integrationId, search: $search, first: 10) { nodes { ${IDENTITY} } } }`;
    const { nodes } = await this.ask<{ nodes: IdentityView[] }>(query, { integrationId, search: userName });
    const found = nodes.find((node) => node.userName === userName);
    if (!found) throw new Error(`Rollcall knows no identity ${userName}`);
    return found;
  }

  async createEnrollment(identityId: string): Promise<{ url: string; expiresAt: string }> {
    return this.ask(`mutation ($input: CreateEnrollmentInput!) { createEnrollment(input: $input) { url expiresAt } }`, {
      input: { identityId },
    });
  }

  async revokePasskey(id: string): Promise<unknown> {
    return this.ask(`mutation ($id: ID!) { revokePasskey(id: $id) { id revokedAt } }`, { id });
  }

  /** @returns the issuer */
  async enableSignIn(integrationId: string): Promise<string> {
    const { signIn } = await this.ask<{ signIn: { issuer: string } }>(
      `mutation ($input: EnableSignInInput!) { enableSignIn(input: $input) { signIn { issuer } } }`,
      { input: { integrationId } },
    );
    return signIn.issuer;
  }

  async createOktaIdentityProvider(integrationId: string): Promise<unknown> {
    return this.ask(`mutation ($id: ID!) { createOktaIdentityProvider(integrationId: $id) { enabled } }`, {
      id: integrationId,
    });
  }

  async setOktaRouting(integrationId: string, active: boolean): Promise<unknown> {
    return this.ask(
      `mutation ($id: ID!, $active: Boolean!) { setOktaRouting(integrationId: $id, active: $active) { enabled } }`,
      { id: integrationId, active },
    );
  }

  /** Runs a document with one root field and returns that field. */
  private async ask<T>(query: string, variables: Record<string, unknown>): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.adminToken}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as GraphqlAnswer;
    const refusal = errors?.[0];
    if (refusal)
      throw new Error(`Rollcall refused: ${refusal.message} (${refusal.extensions?.code ?? response.status})`);
    return Object.values(data ?? {})[0] as T;
  }
}
