import { graphql } from '../../gql';

export const ADMIN_PASSKEYS = graphql(`
  query AdminPasskeys {
    adminPasskeys(first: 50) {
      nodes {
        id
        name
        createdAt
        lastUsedAt
      }
    }
  }
`);

export const REMOVE_ADMIN_PASSKEY = graphql(`
  mutation RemoveAdminPasskey($id: ID!) {
    removeAdminPasskey(id: $id) {
      id
    }
  }
`);
