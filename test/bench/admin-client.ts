/** The operations of the GraphQL admin API that the benchmark needs. */
export class AdminClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Runs a document with one field at its root and returns that field. @throws with the API's message */
  async ask<T>(query: string, variables: Record<string, unknown>): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Record<string, T>; errors?: { message: string }[] };
    if (errors?.[0]) throw new Error(errors[0].message);
    const [value] = Object.values(data ?? {});
    if (value === undefined) throw new Error(`an empty answer to ${query}`);
    return value;
  }

  async createIntegration(name: string): Promise<string> {
    const { id } = await this.ask<{ id: string }>(
      'mutation ($input: CreateDirectoryIntegrationInput!) { createDirectoryIntegration(input: $input) { id } }',
      { input: { name, provider: 'OKTA' } },
    );
    return id;
  }

  async configureSync(integrationId: string, oktaDomain: string, apiToken: string): Promise<void> {
    await this.ask(
      'mutation ($input: ConfigureRegistrationSyncInput!) { configureRegistrationSync(input: $input) { id } }',
      { input: { integrationId, oktaDomain, apiToken, enabled: true } },
    );
  }
}
