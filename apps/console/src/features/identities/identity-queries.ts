import type { IdentityQuery } from '../../gql/graphql';
import { graphql } from '../../gql';

export const IDENTITY_ROW = graphql(`
  fragment IdentityRow on Identity {
    id
    userName
    displayName
    email
    status
    enrollmentStatus
    updatedAt
    registration {
      desired
      confirmed
      state
    }
  }
`);

export const IDENTITIES = graphql(`
  query Identities(
    $integrationId: ID
    $search: String
    $status: IdentityStatus
    $enrollmentStatus: EnrollmentStatus
    $registrationState: RegistrationState
    $groupId: ID
    $orderBy: IdentityOrder
    $first: Int
    $after: String
  ) {
    identities(
      integrationId: $integrationId
      search: $search
      status: $status
      enrollmentStatus: $enrollmentStatus
      registrationState: $registrationState
      groupId: $groupId
      orderBy: $orderBy
      first: $first
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...IdentityRow
      }
    }
  }
`);

export const IDENTITY = graphql(`
  query Identity($id: ID!) {
    identity(id: $id) {
      id
      integrationId
      userName
      displayName
      email
      externalId
      status
      enrollmentStatus
      createdAt
      updatedAt
      groups(first: 50) {
        totalCount
        nodes {
          id
          displayName
        }
      }
      passkeys {
        id
        deviceName
        createdAt
        lastUsedAt
        revokedAt
      }
      openEnrollment {
        id
        createdBy
        createdAt
        expiresAt
        openedAt
      }
      registration {
        desired
        confirmed
        state
        attempts
        lastError
        nextAttemptAt
        confirmedAt
      }
    }
  }
`);

export const CREATE_ENROLLMENT = graphql(`
  mutation CreateEnrollment($input: CreateEnrollmentInput!) {
    createEnrollment(input: $input) {
      id
      url
      expiresAt
    }
  }
`);

export const REVOKE_PASSKEY = graphql(`
  mutation RevokePasskey($id: ID!) {
    revokePasskey(id: $id) {
      id
      revokedAt
    }
  }
`);

export const CANCEL_ENROLLMENT = graphql(`
  mutation CancelEnrollment($id: ID!) {
    cancelEnrollment(id: $id) {
      id
    }
  }
`);

export const REGISTRATION_HISTORY = graphql(`
  query RegistrationHistory($id: ID!, $first: Int, $after: String) {
    identity(id: $id) {
      id
      registration {
        history(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            at
            kind
            desired
            confirmed
            note
          }
        }
      }
    }
  }
`);

export type IdentityDetail = NonNullable<IdentityQuery['identity']>;
