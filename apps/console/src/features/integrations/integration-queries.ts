import { graphql } from '../../gql';

export const CREDENTIAL_FIELDS = graphql(`
  fragment CredentialFields on ScimCredential {
    id
    type
    name
    clientId
    lastFour
    scopes
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
  }
`);

export const SYNC_FIELDS = graphql(`
  fragment SyncFields on RegistrationSync {
    oktaDomain
    attribute
    enabled
    authMode
    pendingCount
    estimatedCompletionAt
    parkedCount
    heldCount
    maxDirectoryChangeRatio
    registeredCount
    lastWriteAt
    pausedReason
  }
`);

export const HEALTH_FIELDS = graphql(`
  fragment HealthFields on IntegrationHealth {
    checks {
      name
      status
      message
      code
      checkedAt
    }
  }
`);

export const INTEGRATION_FIELDS = graphql(`
  fragment IntegrationFields on DirectoryIntegration {
    id
    name
    provider
    createdAt
    scimUrl
    tokenEndpoint
    identityCount
    groupCount
    lastScimRequestAt
    credentials {
      ...CredentialFields
    }
    registrationSync {
      ...SyncFields
    }
    scimRegistration {
      baseUrl
      extension
      attribute
      enabled
      authentication
      userName
      tokenEndpoint
      clientId
      scope
    }
    signIn {
      enabled
      okta {
        routingRuleId
        routingActive
      }
    }
    health {
      ...HealthFields
    }
  }
`);

export const INTEGRATIONS = graphql(`
  query Integrations($after: String) {
    directoryIntegrations(first: 100, after: $after) {
      totalCount
      nodes {
        ...IntegrationFields
      }
    }
  }
`);

export const INTEGRATION = graphql(`
  query Integration($id: ID!) {
    directoryIntegration(id: $id) {
      ...IntegrationFields
    }
  }
`);

export const CREATE_INTEGRATION = graphql(`
  mutation CreateIntegration($input: CreateDirectoryIntegrationInput!) {
    createDirectoryIntegration(input: $input) {
      id
    }
  }
`);

export const RENAME_INTEGRATION = graphql(`
  mutation RenameIntegration($input: UpdateDirectoryIntegrationInput!) {
    updateDirectoryIntegration(input: $input) {
      id
      name
    }
  }
`);

export const DELETE_INTEGRATION = graphql(`
  mutation DeleteIntegration($id: ID!, $force: Boolean) {
    deleteDirectoryIntegration(id: $id, force: $force)
  }
`);

export const CHECK_INTEGRATION = graphql(`
  mutation CheckIntegration($id: ID!) {
    checkIntegration(id: $id) {
      ...HealthFields
    }
  }
`);

export const RETRY_REGISTRATIONS = graphql(`
  mutation RetryRegistrations($integrationId: ID!, $identityIds: [ID!]) {
    retryRegistrations(integrationId: $integrationId, identityIds: $identityIds)
  }
`);

export const APPROVE_HELD = graphql(`
  mutation ApproveHeld($integrationId: ID!) {
    approveHeldRegistrations(integrationId: $integrationId)
  }
`);

export const DISCARD_HELD = graphql(`
  mutation DiscardHeld($integrationId: ID!) {
    discardHeldRegistrations(integrationId: $integrationId)
  }
`);

export const INTEGRATION_NAMES = graphql(`
  query IntegrationNames {
    directoryIntegrations(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);
