import { gql } from '../gql/index.js';
import type { CredentialFragment } from '../gql/graphql.js';
import { ago } from '../output/ago.js';
import { ExitCode } from '../output/exit-code.js';
import { table } from '../output/table.js';
import { toTheSecond } from '../output/to-the-second.js';
import type { CommandContext } from './command-context.js';
import { findIntegration } from './find-integration.js';
import { PROVIDERS } from './provider.js';

gql(`fragment Credential on ScimCredential { id type name lastFour createdAt expiresAt lastUsedAt revokedAt }`);

const CREDENTIALS = gql(`
  query Credentials($first: Int, $after: String) {
    directoryIntegrations(first: $first, after: $after) {
      nodes { id name provider credentials { ...Credential } }
      pageInfo { ...PageEnd }
    }
  }
`);

const GENERATE_TOKEN = gql(`
  mutation GenerateToken($input: GenerateBearerTokenInput!) {
    generateBearerToken(input: $input) { token scimUrl credential { id } }
  }
`);

const REVOKE_CREDENTIAL = gql(`
  mutation RevokeCredential($id: ID!) { revokeScimCredential(id: $id) { id lastFour } }
`);

export async function listCredentials(context: CommandContext, idOrName: string): Promise<ExitCode> {
  const { credentials } = await findIntegration(context, idOrName, CREDENTIALS);
  context.print(credentials, (all) =>
    all.length === 0
      ? 'It has no credential yet.'
      : table(
          ['ID', 'TYPE', 'NAME', 'ENDS IN', 'CREATED', 'EXPIRES', 'LAST USED', 'STATE'],
          all.map((one) => [
            one.id,
            one.type,
            one.name ?? '',
            `…${one.lastFour}`,
            ago(one.createdAt),
            one.expiresAt ? toTheSecond(one.expiresAt) : 'never',
            ago(one.lastUsedAt),
            stateOf(one),
          ]),
        ),
  );
  return ExitCode.OK;
}

/**
 * Creates a second token. The first token stays valid until it is revoked, so that the directory always has a valid
 * token.
 */
export async function rotateCredential(
  context: CommandContext,
  idOrName: string,
  { expiresIn }: { expiresIn?: number },
): Promise<ExitCode> {
  const { id, name, provider, credentials } = await findIntegration(context, idOrName, CREDENTIALS);
  const { generateBearerToken } = await context.api.request(GENERATE_TOKEN, {
    input: { integrationId: id, expiresIn },
  });
  const older = credentials.filter((one) => one.type === 'BEARER_TOKEN' && stateOf(one) === 'alive');
  context.print({ ...generateBearerToken, older: older.map((one) => one.id) }, ({ token, scimUrl }) =>
    [
      `New token (shown once): ${token}`,
      `SCIM URL: ${scimUrl}`,
      '',
      PROVIDERS[provider].whereToEnter,
      ...(older.length === 0
        ? [`\`rollcall credentials list "${name}"\` shows it used then.`]
        : [`When \`rollcall credentials list "${name}"\` shows it used, revoke the older:`]),
      ...older.map(
        (one) =>
          `  rollcall credentials revoke ${one.id}    (ends in ${one.lastFour}, last used ${ago(one.lastUsedAt)})`,
      ),
    ].join('\n'),
  );
  return ExitCode.OK;
}

export async function revokeCredential(context: CommandContext, id: string): Promise<ExitCode> {
  const { revokeScimCredential } = await context.api.request(REVOKE_CREDENTIAL, { id });
  context.print(revokeScimCredential, ({ lastFour }) => `Revoked the credential that ends in ${lastFour}.`);
  return ExitCode.OK;
}

function stateOf({ revokedAt, expiresAt }: CredentialFragment): 'alive' | 'expired' | 'revoked' {
  if (revokedAt) return 'revoked';
  return expiresAt && Date.parse(expiresAt) <= Date.now() ? 'expired' : 'alive';
}
