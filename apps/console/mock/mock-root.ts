import { GraphQLError } from 'graphql';
import * as data from './mock-data.ts';

type Args = Record<string, unknown> & { first?: unknown; after?: unknown; input: Record<string, unknown>; id: string };

function page<T>(rows: T[], { first, after }: { first?: unknown; after?: unknown }) {
  const start = after ? Number(after) : 0;
  const nodes = rows.slice(start, start + (Number(first) || 50));
  const end = start + nodes.length;
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: String(start + index + 1) })),
    pageInfo: {
      hasNextPage: end < rows.length,
      hasPreviousPage: start > 0,
      startCursor: String(start),
      endCursor: String(end),
    },
    totalCount: rows.length,
  };
}

const refuse = (code: string, message: string, field?: string): never => {
  throw new GraphQLError(message, { extensions: { code, field } });
};
const integrationOf = (id: unknown) =>
  data.integrations.find((row) => row.id === id) ?? refuse('NOT_FOUND', 'No such integration.');
const identityOf = (row: Record<string, unknown> & { id: string }) => ({
  ...row,
  groups: (args: Args) => page(data.groups.slice(0, 2).map(groupOf), args),
});
const groupOf = (row: Record<string, unknown> & { id: string }): Record<string, unknown> => ({
  ...row,
  members: (args: Args) =>
    page(
      data.identities.slice(Number(row['from']), Number(row['from']) + Number(row['memberCount'])).map(identityOf),
      args,
    ),
});
const credentialOf = (id: unknown) =>
  data.integrations.flatMap((row) => row['credentials'] as Record<string, unknown>[]).find((row) => row['id'] === id) ??
  refuse('NOT_FOUND', 'No such credential.');

/** A new integration lives through Okta's first calls while its set-up is open. */
function playOkta(row: Record<string, unknown>): void {
  setTimeout(() => Object.assign(row, { lastScimRequestAt: data.ago(0) }), 6_000);
  setTimeout(() => Object.assign(row, { identityCount: 25 }), 9_000);
  setTimeout(() => Object.assign(row, { groupCount: 1 }), 12_000);
}

export function mockRoot(role: string) {
  const ownerOnly = () => role === 'OWNER' || refuse('FORBIDDEN', 'This needs the role OWNER.');
  return {
    viewer: { tenant: { id: 't', name: 'Acme Corporation', createdAt: data.ago(1) }, name: 'root', role },
    adminTokens: (args: Args) => ownerOnly() && page(data.adminTokens, args),
    directoryIntegrations: (args: Args) => page(data.integrations, args),
    directoryIntegration: ({ id }: Args) => data.integrations.find((row) => row.id === id) ?? null,
    identities: (args: Args) => {
      const search = String(args['search'] ?? '').toLowerCase();
      const rows = data.identities.filter(
        (row) =>
          (!search || String(row['userName']).includes(search)) &&
          (!args['status'] || row['status'] === args['status']) &&
          (!args['enrollmentStatus'] || row['enrollmentStatus'] === args['enrollmentStatus']) &&
          (!args['registrationState'] ||
            (row['registration'] as { state: string }).state === args['registrationState']),
      );
      const of = args['integrationId']
        ? Number(data.integrations.find((row) => row.id === args['integrationId'])?.['identityCount'] ?? 0)
        : rows.length;
      return page(rows.slice(0, of).map(identityOf), args);
    },
    identity: ({ id }: Args) => {
      const row = data.identities.find((one) => one.id === id);
      return row ? identityOf(row) : null;
    },
    groups: (args: Args) =>
      page(
        data.groups
          .filter((row) =>
            String(row['displayName'])
              .toLowerCase()
              .includes(String(args['search'] ?? '').toLowerCase()),
          )
          .map(groupOf),
        args,
      ),
    group: ({ id }: Args) => {
      const row = data.groups.find((one) => one.id === id);
      return row ? groupOf(row) : null;
    },
    auditEvents: (args: Args) =>
      page(
        data.auditEvents.filter((row) => !args['action'] || row['action'] === args['action']),
        args,
      ),
    createDirectoryIntegration: ({ input }: Args) => {
      if (data.integrations.some((row) => row['name'] === input['name']))
        refuse('CONFLICT', 'Another integration has this name.', 'name');
      const row = data.integration(`int-${data.integrations.length + 1}`, String(input['name']), {
        provider: input['provider'],
        createdAt: data.ago(0),
      });
      data.integrations.push(row);
      return row;
    },
    updateDirectoryIntegration: ({ input }: Args) => Object.assign(integrationOf(input['id']), { name: input['name'] }),
    deleteDirectoryIntegration: ({ id }: Args) => {
      data.integrations.splice(data.integrations.indexOf(integrationOf(id)), 1);
      return id;
    },
    generateBearerToken: ({ input }: Args) => {
      const row = integrationOf(input['integrationId']);
      const seconds = Number(input['expiresIn'] ?? 0);
      const credential = data.credential(`c${Math.random()}`, (input['name'] as string) ?? null, {
        createdAt: data.ago(0),
        expiresAt: seconds ? data.ahead(seconds / 60) : null,
      });
      (row['credentials'] as unknown[]).push(credential);
      playOkta(row);
      return { token: 'rcs_0Ab9xKqVY2mYc1d4FqLw8TzR7uJnPsEeHgQk3XvB5iWoCt6Ma', scimUrl: row['scimUrl'], credential };
    },
    generateClientCredentials: ({ input }: Args) => {
      const row = integrationOf(input['integrationId']);
      const credential = data.credential(`c${Math.random()}`, null, {
        type: 'CLIENT_CREDENTIALS',
        clientId: 'rci_6Qm2vVx8',
        createdAt: data.ago(0),
      });
      (row['credentials'] as unknown[]).push(credential);
      playOkta(row);
      return {
        clientId: 'rci_6Qm2vVx8',
        clientSecret: 'rcp_0Ab9xKqVY2mYc1d4FqLw8TzR7uJnPs',
        tokenEndpoint: row['tokenEndpoint'],
        scimUrl: row['scimUrl'],
        credential,
      };
    },
    revokeScimCredential: ({ id }: Args) => Object.assign(credentialOf(id), { revokedAt: data.ago(0) }),
    configureRegistrationSync: ({ input }: Args) => {
      const row = integrationOf(input['integrationId']);
      if (String(input['oktaDomain']).includes(' '))
        refuse('BAD_USER_INPUT', 'This is not an Okta domain.', 'oktaDomain');
      row['registrationSync'] = {
        ...(row['registrationSync'] as object),
        ...data.sync(String(input['oktaDomain']), {
          attribute: input['attribute'] ?? 'byndidRegistered',
          enabled: input['enabled'] ?? true,
        }),
      };
      row['health'] = data.health([
        ['okta-credentials', 'OK', 'Valid; belongs to svc-rollcall@acme.example.'],
        ['okta-attribute', 'FAIL', 'byndidRegistered does not exist in the default user schema.'],
      ]);
      return row;
    },
    checkIntegration: ({ id }: Args) => integrationOf(id)['health'],
    createOktaAttribute: ({ integrationId }: Args) =>
      (integrationOf(integrationId)['health'] = data.health([
        ['okta-credentials', 'OK', 'Valid; belongs to svc-rollcall@acme.example.'],
        ['okta-attribute', 'OK', 'byndidRegistered exists and is a boolean.'],
      ])),
    createEnrollment: () => ({
      id: 'en',
      url: 'https://rollcall.acme.example/enroll/ren_0Ab9xKqVY2mYc1d4FqLw8TzR7uJnPsEeHgQk3XvB5iWoCt6Ma',
      expiresAt: data.ahead(7 * 1440),
    }),
    revokePasskey: ({ id }: Args) => {
      const passkey = data.identities
        .flatMap((row) => row['passkeys'] as Record<string, unknown>[])
        .find((row) => row['id'] === id);
      return Object.assign(passkey ?? refuse('NOT_FOUND', 'No such passkey.'), { revokedAt: data.ago(0) });
    },
    retryRegistrations: ({ identityIds }: Args) => (identityIds as string[] | undefined)?.length ?? 3,
    createAdminToken: ({ input }: Args) => {
      const adminToken = {
        id: `at-${data.adminTokens.length + 1}`,
        name: String(input['name']),
        role: input['role'],
        lastFour: 'nEw1',
        createdAt: data.ago(0),
        expiresAt: null,
        lastUsedAt: null,
        revokedAt: null,
      };
      data.adminTokens.unshift(adminToken);
      return { token: 'rca_0Ab9xKqVY2mYc1d4FqLw8TzR7uJnPsEeHgQk3XvB5iWoCt6Ma', adminToken };
    },
    revokeAdminToken: ({ id }: Args) =>
      Object.assign(data.adminTokens.find((row) => row.id === id) ?? refuse('NOT_FOUND', 'No such token.'), {
        revokedAt: data.ago(0),
      }),
  };
}
