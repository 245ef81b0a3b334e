import { graphql } from '../../gql';

export const ADMIN_TOKENS = graphql(`
  query AdminTokens($first: Int, $after: String) {
    adminTokens(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        role
        lastFour
        createdAt
        expiresAt
        lastUsedAt
        revokedAt
      }
    }
  }
`);

export const CREATE_ADMIN_TOKEN = graphql(`
  mutation CreateAdminToken($input: CreateAdminTokenInput!) {
    createAdminToken(input: $input) {
      token
      adminToken {
        id
        name
        role
      }
    }
  }
`);

export const REVOKE_ADMIN_TOKEN = graphql(`
  mutation RevokeAdminToken($id: ID!) {
    revokeAdminToken(id: $id) {
      id
      revokedAt
    }
  }
`);
