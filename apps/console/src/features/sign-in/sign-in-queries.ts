import { graphql } from '../../gql';

export const SIGN_IN_FIELDS = graphql(`
  fragment SignInFields on SignIn {
    enabled
    issuer
    clientId
    redirectUris
    authorizationEndpoint
    tokenEndpoint
    jwksUri
    userinfoEndpoint
    lastSignInAt
    privateKeyJwt
    clientSecrets {
      id
      lastFour
      createdAt
      revokedAt
      heldByOkta
    }
    keys {
      kid
      phase
      createdAt
      signsAt
    }
    oktaScopes
    oktaSettings {
      section
      label
      value
    }
    okta {
      identityProviderId
      identityProviderStatus
      routingRuleId
      routingActive
      checkedAt
    }
  }
`);

export const SIGN_IN = graphql(`
  query SignInSettings($id: ID!) {
    directoryIntegration(id: $id) {
      id
      signIn {
        ...SignInFields
      }
    }
  }
`);

export const ENABLE_SIGN_IN = graphql(`
  mutation EnableSignIn($input: EnableSignInInput!) {
    enableSignIn(input: $input) {
      clientSecret
      signIn {
        ...SignInFields
      }
    }
  }
`);

export const DISABLE_SIGN_IN = graphql(`
  mutation DisableSignIn($integrationId: ID!, $force: Boolean) {
    disableSignIn(integrationId: $integrationId, force: $force) {
      id
    }
  }
`);

export const ROTATE_SIGN_IN_SECRET = graphql(`
  mutation RotateSignInSecret($integrationId: ID!) {
    rotateSignInSecret(integrationId: $integrationId) {
      clientSecret
      signIn {
        ...SignInFields
      }
    }
  }
`);

export const REVOKE_SIGN_IN_SECRET = graphql(`
  mutation RevokeSignInSecret($id: ID!, $force: Boolean) {
    revokeSignInSecret(id: $id, force: $force) {
      clientId
    }
  }
`);

export const ROTATE_SIGN_IN_KEY = graphql(`
  mutation RotateSignInKey($integrationId: ID!) {
    rotateSignInKey(integrationId: $integrationId) {
      clientId
    }
  }
`);

export const CREATE_OKTA_IDENTITY_PROVIDER = graphql(`
  mutation CreateOktaIdentityProvider($integrationId: ID!) {
    createOktaIdentityProvider(integrationId: $integrationId) {
      ...SignInFields
    }
  }
`);

export const SET_OKTA_ROUTING = graphql(`
  mutation SetOktaRouting($integrationId: ID!, $active: Boolean!) {
    setOktaRouting(integrationId: $integrationId, active: $active) {
      ...SignInFields
    }
  }
`);

export const SIGN_IN_EVENT_FIELDS = graphql(`
  fragment SignInEventFields on SignInEvent {
    id
    at
    outcome
    reason
    ip
    userAgent
    durationMs
    identity {
      id
      userName
      displayName
    }
    passkey {
      id
      deviceName
    }
  }
`);

export const SIGN_INS = graphql(`
  query SignIns($integrationId: ID, $identityId: ID, $outcome: SignInOutcome, $first: Int, $after: String) {
    signIns(integrationId: $integrationId, identityId: $identityId, outcome: $outcome, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...SignInEventFields
      }
    }
  }
`);

export const SIGN_IN_FIGURES = graphql(`
  query SignInFigures($id: ID!, $window: SignInWindow!) {
    signInFigures(integrationId: $id, window: $window) {
      since
      succeeded
      refused
      abandoned
      medianSeconds
      points {
        at
        succeeded
        refused
        abandoned
        medianSeconds
      }
    }
  }
`);
