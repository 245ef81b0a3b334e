/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Each role may do all that the ones after it may. */
export type AdminRole =
  /** Integrations, credentials and registration sync. */
  | 'ADMIN'
  /** Enrollments, passkeys, retries and reconciliation. */
  | 'OPERATOR'
  /** Administrators and their tokens. */
  | 'OWNER'
  /** Reads everything, changes nothing. */
  | 'VIEWER';

export type AuditAction =
  | 'ACCESS_TOKEN_ISSUED'
  | 'ACCESS_TOKEN_REVOKED'
  | 'ADMIN_PASSKEY_ADDED'
  | 'ADMIN_PASSKEY_REMOVED'
  | 'ADMIN_TOKEN_CREATED'
  | 'ADMIN_TOKEN_REVOKED'
  | 'AUDIT_PRUNED'
  | 'CREDENTIAL_CREATED'
  | 'CREDENTIAL_REVOKED'
  | 'ENCRYPTION_KEYS_ROTATED'
  | 'ENROLLMENT_BATCH_CANCELLED'
  | 'ENROLLMENT_BATCH_LINKS_DISCARDED'
  | 'ENROLLMENT_BATCH_LINKS_FETCHED'
  | 'ENROLLMENT_BATCH_STARTED'
  | 'ENROLLMENT_CANCELLED'
  | 'ENROLLMENT_CREATED'
  | 'GROUP_CREATED'
  | 'GROUP_DELETED'
  | 'GROUP_UPDATED'
  | 'IDENTITY_ACTIVATED'
  | 'IDENTITY_CREATED'
  | 'IDENTITY_DEACTIVATED'
  | 'IDENTITY_DELETED'
  | 'IDENTITY_UPDATED'
  | 'INTEGRATION_CREATED'
  | 'INTEGRATION_DELETED'
  | 'INTEGRATION_RENAMED'
  | 'OKTA_ATTRIBUTE_CREATED'
  | 'OKTA_EVENT_HOOK_CONFIGURED'
  | 'OKTA_IDENTITY_PROVIDER_CREATED'
  | 'OKTA_IDENTITY_PROVIDER_UPDATED'
  | 'OKTA_ROUTING_ACTIVATED'
  | 'OKTA_ROUTING_DEACTIVATED'
  | 'OKTA_ROUTING_RULE_CREATED'
  | 'OKTA_ROUTING_RULE_UPDATED'
  | 'OKTA_SERVICE_APP_KEY_ROTATED'
  | 'OKTA_SERVICE_APP_PREPARED'
  | 'PASSKEY_BOUND'
  | 'PASSKEY_REVOKED'
  | 'RECONCILIATION_CANCELLED'
  | 'RECONCILIATION_STARTED'
  | 'REGISTRATION_APPROVED'
  | 'REGISTRATION_DISCARDED'
  | 'REGISTRATION_HELD'
  | 'REGISTRATION_RETRIED'
  | 'REGISTRATION_SYNC_CAPPED'
  | 'REGISTRATION_SYNC_CONFIGURED'
  | 'REGISTRATION_SYNC_PAUSED'
  | 'REGISTRATION_SYNC_RESUMED'
  | 'SCIM_SCHEMA_DELETED'
  | 'SCIM_SCHEMA_SAVED'
  | 'SELF_ENROLLMENT_CONFIGURED'
  | 'SESSION_ENDED'
  | 'SESSION_OTHERS_ENDED'
  | 'SESSION_STARTED'
  | 'SIGN_IN_DISABLED'
  | 'SIGN_IN_ENABLED'
  | 'SIGN_IN_KEY_ROTATED'
  | 'SIGN_IN_SECRET_REVOKED'
  | 'SIGN_IN_SECRET_ROTATED'
  | 'SIGN_IN_UPDATED'
  | 'TENANT_CREATED'
  | 'WEBHOOK_CREATED'
  | 'WEBHOOK_DELETED'
  | 'WEBHOOK_PAUSED'
  | 'WEBHOOK_RESUMED';

/** UNKNOWN: could not be found out. */
export type CheckStatus =
  | 'FAIL'
  | 'OK'
  | 'UNKNOWN'
  | 'WARN';

export type ConfigureEventHookInput = {
  integrationId: string | number;
};

export type ConfigureOktaServiceAppInput = {
  /** Defaults to byndidRegistered. */
  attribute?: string | null | undefined;
  /** As Okta shows it on the service app. */
  clientId: string;
  enabled?: boolean | null | undefined;
  integrationId: string | number;
  oktaDomain: string;
};

export type ConfigureRegistrationSyncInput = {
  /** Required at first and with a new domain; kept when left out. */
  apiToken?: string | null | undefined;
  /** Defaults to byndidRegistered. */
  attribute?: string | null | undefined;
  /** Defaults to true. While off nothing is written: what was true stays true; changes are remembered. */
  enabled?: boolean | null | undefined;
  integrationId: string | number;
  /** As in the address bar: acme.okta.com. The admin address and a full URL will do too. */
  oktaDomain: string;
};

export type ConfigureScimRegistrationInput = {
  /** Name of the boolean attribute; defaults to byndidRegistered. */
  attribute?: string | null | undefined;
  /** Required at first and with a new base URL; kept when left out. */
  authentication?: ScimAuthenticationInput | null | undefined;
  /** Base URL of the SCIM 2.0 server: what /Users is appended to. */
  baseUrl: string;
  /** Defaults to true. While off nothing is written: what was true stays true; changes are remembered. */
  enabled?: boolean | null | undefined;
  /** URN of the schema extension of users that has the attribute. Required at first. */
  extension?: string | null | undefined;
  integrationId: string | number;
};

export type ConfigureSelfEnrollmentInput = {
  /** Client ID of a web application in Okta. */
  clientId: string;
  /** Unchanged when left out; required with another client ID or Okta domain. It cannot be viewed again. */
  clientSecret?: string | null | undefined;
  /** Unchanged when left out; true at first. */
  enabled?: boolean | null | undefined;
  integrationId: string | number;
};

export type CreateAdminTokenInput = {
  /** Seconds; never expires when left out. A token expires no later than the one that creates it. */
  expiresIn?: number | null | undefined;
  name: string;
  role: AdminRole;
};

export type CreateDirectoryIntegrationInput = {
  name: string;
  provider: DirectoryProvider;
};

export type CreateEnrollmentInput = {
  /** Seconds, 60 to 2592000 (30 days); seven days when left out. */
  expiresIn?: number | null | undefined;
  identityId: string | number;
};

export type CreateEnrollmentsInput = {
  /** Seconds, 60 to 2592000 (30 days); seven days when left out. */
  expiresIn?: number | null | undefined;
  /** Members of this group only. */
  groupId?: string | number | null | undefined;
  integrationId: string | number;
  openLinks?: OpenLinks;
};

export type CreateWebhookEndpointInput = {
  events: Array<WebhookEvent>;
  /** Public https address. */
  url: string;
};

/** What pushes people and groups in. */
export type DirectoryProvider =
  | 'GENERIC_SCIM'
  | 'OKTA';

export type DriftKind =
  /** Registered at the target, not here. */
  | 'SET_FALSE'
  /** Registered here, not at the target. */
  | 'SET_TRUE'
  /** Registered at the target, but not a person of this integration: reported, never changed. */
  | 'UNKNOWN_USER'
  /** Registered here, and the target has no such user. */
  | 'UNLINKED';

export type EnableSignInInput = {
  /** JSON of the public key (JWK or JWK Set) with which the client authenticates (private_key_jwt). An empty text goes back to the client secret. */
  clientJwks?: string | null | undefined;
  integrationId: string | number;
  /** Compared exactly; https. Okta needs one for its own domain and one for each custom domain: https://{domain}/oauth2/v1/authorize/callback. Defaults to that of the connected Okta domain. */
  redirectUris?: Array<string> | null | undefined;
};

export type EnrollmentBatchStatus =
  | 'CANCELLED'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING'
  | 'SUCCEEDED';

/** How far a person has come towards a passkey. */
export type EnrollmentStatus =
  | 'ENROLLED'
  | 'PENDING'
  | 'UNENROLLED';

export type GenerateBearerTokenInput = {
  /** Seconds; never expires when left out. */
  expiresIn?: number | null | undefined;
  integrationId: string | number;
  name?: string | null | undefined;
};

export type GenerateClientCredentialsInput = {
  integrationId: string | number;
  name?: string | null | undefined;
};

export type IdentityOrder = {
  direction?: SortDirection;
  field: IdentityOrderField;
};

export type IdentityOrderField =
  | 'CREATED_AT'
  | 'UPDATED_AT'
  /** By userName in any letter case. */
  | 'USER_NAME';

/** SUSPENDED: deactivated by the identity provider. */
export type IdentityStatus =
  | 'ACTIVE'
  | 'SUSPENDED';

/** How we sign in to the Okta API: with an API token (SSWS), or as a service app (private_key_jwt). */
export type OktaAuthMode =
  | 'API_TOKEN'
  | 'OAUTH';

export type OktaSettingSection =
  | 'IDENTITY_PROVIDER'
  | 'ROUTING_RULE';

/** What happens to people whose enrollment link is still open. */
export type OpenLinks =
  /** Their link stays valid, and the batch leaves them out. */
  | 'KEEP'
  /** They get a new link; the old one ends. */
  | 'RENEW';

export type ReconciliationStatus =
  | 'CANCELLED'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING'
  | 'SUCCEEDED';

export type RegistrationEventKind =
  /** An administrator approved the held change. */
  | 'APPROVED'
  /** The target took the value, or was found to hold it. */
  | 'CONFIRMED'
  /** What the target should say changed here. */
  | 'DESIRED'
  /** An administrator discarded the held change: the target keeps its value. */
  | 'DISCARDED'
  /** The safety cap holds a change of the directory until an administrator decides. */
  | 'HELD'
  /** The target refused it for good. */
  | 'PARKED'
  /** A reconciliation found the target to differ. */
  | 'RECONCILED'
  /** An administrator asked for another try. */
  | 'RETRIED'
  /** The target did not take it; it is retried. Recorded once per reason. */
  | 'RETRYING'
  /** The target does not let this user be written in their present status. */
  | 'SKIPPED'
  /** The target knows no such user. */
  | 'UNLINKED';

/** Where an identity stands between us and the target: the Okta org or SCIM server of its integration. */
export type RegistrationState =
  /** The registration sync of the integration is switched off. */
  | 'DISABLED'
  /** A held change was discarded: the target keeps its value until the directory changes the person again. */
  | 'DISCARDED'
  /** The directory turned off more people than the safety cap allows: the target keeps its value until `approveHeldRegistrations` or `discardHeldRegistrations`. */
  | 'HELD'
  /** The target holds the desired value. */
  | 'IN_SYNC'
  /** Not retried until an administrator acts: `lastError` says what to do, then call `retryRegistrations`. */
  | 'PARKED'
  /** Due to be written. */
  | 'PENDING'
  /** Failed; retried automatically at `nextAttemptAt`. `lastError` says why. */
  | 'RETRYING'
  /** Deprovisioned at the target, where such a person cannot be written: written again once reactivated there. */
  | 'SKIPPED'
  /** The target has no such person: written once they are back, or after `retryRegistrations`. */
  | 'UNLINKED';

/** Exactly one of them. */
export type ScimAuthenticationInput = {
  basic?: ScimBasicAuthenticationInput | null | undefined;
  bearerToken?: string | null | undefined;
  clientCredentials?: ScimClientCredentialsInput | null | undefined;
};

/** How we sign in to a SCIM server: a bearer token (RFC 6750), user name and password (RFC 7617), or client credentials (RFC 6749 §4.4). */
export type ScimAuthenticationType =
  | 'BASIC'
  | 'BEARER_TOKEN'
  | 'CLIENT_CREDENTIALS';

export type ScimBasicAuthenticationInput = {
  password: string;
  userName: string;
};

export type ScimClientCredentialsInput = {
  clientId: string;
  clientSecret: string;
  scope?: string | null | undefined;
  /** Takes the client credentials grant, with the secret by HTTP Basic (RFC 6749 §2.3.1). */
  tokenEndpoint: string;
};

export type ScimCredentialType =
  | 'BEARER_TOKEN'
  | 'CLIENT_CREDENTIALS';

export type SignInKeyPhase =
  /** In the JWKS; signs from `signsAt` on. */
  | 'PUBLISHED'
  /** Signs no more; stays in the JWKS until its tokens are over. */
  | 'RETIRED'
  /** Signs ID tokens. */
  | 'SIGNING';

export type SignInOutcome =
  /** The person went back, or the sign-in expired. */
  | 'ABANDONED'
  /** A passkey was presented and refused; `reason` says why. */
  | 'REFUSED'
  /** The client was given a code. */
  | 'SUCCEEDED';

/** How far back figures of sign-ins go. */
export type SignInWindow =
  | 'DAY'
  | 'WEEK';

export type SortDirection =
  | 'ASC'
  | 'DESC';

export type StartReconciliationInput = {
  /** True: only compare. Defaults to false. */
  dryRun?: boolean | null | undefined;
  integrationId: string | number;
  /** Share of the registered people that may be changed, 0 to 1; defaults to 0.2. Ten people are always allowed. */
  maxChangeRatio?: number | null | undefined;
};

/** The last hour, day or week. */
export type TrendWindow =
  | 'DAY'
  | 'HOUR'
  | 'WEEK';

export type UpdateDirectoryIntegrationInput = {
  id: string | number;
  name?: string | null | undefined;
};

export type WebhookDeliveryStatus =
  | 'DELIVERED'
  /** Not retried until an administrator retries it. */
  | 'FAILED'
  /** Sent when its endpoint is resumed. */
  | 'HELD'
  | 'PENDING'
  | 'RETRYING';

export type WebhookEvent =
  | 'CREDENTIAL_EXPIRING'
  | 'DRIFT_FOUND'
  | 'REGISTERED'
  | 'SYNC_PAUSED'
  | 'TEST'
  | 'UNREGISTERED';

export type AdminTokensQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AdminTokensQuery = { adminTokens: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, role: AdminRole, lastFour: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }> } };

export type CreateAdminTokenMutationVariables = Exact<{
  input: CreateAdminTokenInput;
}>;


export type CreateAdminTokenMutation = { createAdminToken: { token: string, adminToken: { id: string, name: string, role: AdminRole } } };

export type RevokeAdminTokenMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeAdminTokenMutation = { revokeAdminToken: { id: string, revokedAt: string | null } };

export type SessionsQueryVariables = Exact<{
  all?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SessionsQuery = { sessions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, role: AdminRole, current: boolean, byPasskey: boolean, browser: string | null, createdAt: string, lastSeenAt: string, expiresAt: string }> } };

export type EndSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type EndSessionMutation = { endSession: { id: string } };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { endOtherSessions: number };

export type AdminPasskeysQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminPasskeysQuery = { adminPasskeys: { nodes: Array<{ id: string, name: string, createdAt: string, lastUsedAt: string | null }> } };

export type RemoveAdminPasskeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveAdminPasskeyMutation = { removeAdminPasskey: { id: string } };

export type AuditEventsQueryVariables = Exact<{
  integrationId?: string | number | null | undefined;
  actions?: Array<AuditAction> | AuditAction | null | undefined;
  actor?: string | null | undefined;
  identityId?: string | number | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditEventsQuery = { auditEvents: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, actorType: string, actorName: string, action: string, kind: AuditAction | null, integrationId: string | null, subjectType: string | null, subjectId: string | null, data: unknown, requestId: string | null }> } };

export type GenerateBearerTokenMutationVariables = Exact<{
  input: GenerateBearerTokenInput;
}>;


export type GenerateBearerTokenMutation = { generateBearerToken: { token: string, scimUrl: string, credential: { id: string, type: ScimCredentialType, name: string | null, clientId: string | null, lastFour: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } } };

export type GenerateClientCredentialsMutationVariables = Exact<{
  input: GenerateClientCredentialsInput;
}>;


export type GenerateClientCredentialsMutation = { generateClientCredentials: { clientId: string, clientSecret: string, tokenEndpoint: string, scimUrl: string, credential: { id: string, type: ScimCredentialType, name: string | null, clientId: string | null, lastFour: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } } };

export type RevokeCredentialMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeCredentialMutation = { revokeScimCredential: { id: string, revokedAt: string | null } };

export type EventHookQueryVariables = Exact<{
  id: string | number;
}>;


export type EventHookQuery = { directoryIntegration: { id: string, eventHook: { url: string, lastFour: string, createdAt: string, verifiedAt: string | null, lastEventAt: string | null } | null } | null };

export type ConfigureEventHookMutationVariables = Exact<{
  input: ConfigureEventHookInput;
}>;


export type ConfigureEventHookMutation = { configureEventHook: { url: string, secret: string } };

export type BatchFieldsFragment = { id: string, status: EnrollmentBatchStatus, createdBy: string, createdAt: string, total: number, examined: number, created: number, kept: number, error: string | null, linksUntil: string | null };

export type EnrollmentBatchesQueryVariables = Exact<{
  integrationId: string | number;
  groupId?: string | number | null | undefined;
}>;


export type EnrollmentBatchesQuery = { enrollmentBatches: Array<{ id: string, status: EnrollmentBatchStatus, createdBy: string, createdAt: string, total: number, examined: number, created: number, kept: number, error: string | null, linksUntil: string | null }> };

export type CreateEnrollmentsMutationVariables = Exact<{
  input: CreateEnrollmentsInput;
}>;


export type CreateEnrollmentsMutation = { createEnrollments: { id: string, status: EnrollmentBatchStatus, createdBy: string, createdAt: string, total: number, examined: number, created: number, kept: number, error: string | null, linksUntil: string | null } };

export type CancelEnrollmentBatchMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelEnrollmentBatchMutation = { cancelEnrollmentBatch: { id: string, status: EnrollmentBatchStatus, createdBy: string, createdAt: string, total: number, examined: number, created: number, kept: number, error: string | null, linksUntil: string | null } };

export type FetchEnrollmentLinksMutationVariables = Exact<{
  batchId: string | number;
  from?: string | null | undefined;
}>;


export type FetchEnrollmentLinksMutation = { fetchEnrollmentLinks: { next: string | null, links: Array<{ userName: string, displayName: string | null, email: string | null, url: string, expiresAt: string }> } };

export type DiscardEnrollmentLinksMutationVariables = Exact<{
  batchId: string | number;
}>;


export type DiscardEnrollmentLinksMutation = { discardEnrollmentLinks: { id: string, status: EnrollmentBatchStatus, createdBy: string, createdAt: string, total: number, examined: number, created: number, kept: number, error: string | null, linksUntil: string | null } };

export type GroupsQueryVariables = Exact<{
  integrationId?: string | number | null | undefined;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type GroupsQuery = { groups: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, displayName: string, memberCount: number }> } };

export type GroupQueryVariables = Exact<{
  id: string | number;
}>;


export type GroupQuery = { group: { id: string, integrationId: string, displayName: string, memberCount: number } | null };

export type IdentityRowFragment = { id: string, userName: string, displayName: string | null, email: string | null, status: IdentityStatus, enrollmentStatus: EnrollmentStatus, updatedAt: string, registration: { desired: boolean, confirmed: boolean | null, state: RegistrationState } | null };

export type IdentitiesQueryVariables = Exact<{
  integrationId?: string | number | null | undefined;
  search?: string | null | undefined;
  status?: IdentityStatus | null | undefined;
  enrollmentStatus?: EnrollmentStatus | null | undefined;
  registrationState?: RegistrationState | null | undefined;
  groupId?: string | number | null | undefined;
  orderBy?: IdentityOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type IdentitiesQuery = { identities: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, userName: string, displayName: string | null, email: string | null, status: IdentityStatus, enrollmentStatus: EnrollmentStatus, updatedAt: string, registration: { desired: boolean, confirmed: boolean | null, state: RegistrationState } | null }> } };

export type IdentityQueryVariables = Exact<{
  id: string | number;
}>;


export type IdentityQuery = { identity: { id: string, integrationId: string, userName: string, displayName: string | null, email: string | null, externalId: string | null, status: IdentityStatus, enrollmentStatus: EnrollmentStatus, createdAt: string, updatedAt: string, groups: { totalCount: number, nodes: Array<{ id: string, displayName: string }> }, passkeys: Array<{ id: string, deviceName: string | null, createdAt: string, lastUsedAt: string | null, revokedAt: string | null }>, openEnrollment: { id: string, createdBy: string, createdAt: string, expiresAt: string, openedAt: string | null } | null, registration: { desired: boolean, confirmed: boolean | null, state: RegistrationState, attempts: number, lastError: string | null, nextAttemptAt: string | null, confirmedAt: string | null } | null } | null };

export type CreateEnrollmentMutationVariables = Exact<{
  input: CreateEnrollmentInput;
}>;


export type CreateEnrollmentMutation = { createEnrollment: { id: string, url: string, expiresAt: string } };

export type RevokePasskeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokePasskeyMutation = { revokePasskey: { id: string, revokedAt: string | null } };

export type CancelEnrollmentMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelEnrollmentMutation = { cancelEnrollment: { id: string } };

export type RegistrationHistoryQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RegistrationHistoryQuery = { identity: { id: string, registration: { history: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, kind: RegistrationEventKind, desired: boolean, confirmed: boolean | null, note: string | null }> } } | null } | null };

export type CredentialFieldsFragment = { id: string, type: ScimCredentialType, name: string | null, clientId: string | null, lastFour: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null };

export type SyncFieldsFragment = { oktaDomain: string, attribute: string, enabled: boolean, authMode: OktaAuthMode, pendingCount: number, estimatedCompletionAt: string | null, parkedCount: number, heldCount: number, maxDirectoryChangeRatio: number, registeredCount: number, lastWriteAt: string | null, pausedReason: string | null };

export type HealthFieldsFragment = { checks: Array<{ name: string, status: CheckStatus, message: string, code: string | null, checkedAt: string }> };

export type IntegrationFieldsFragment = { id: string, name: string, provider: DirectoryProvider, createdAt: string, scimUrl: string, tokenEndpoint: string, identityCount: number, groupCount: number, lastScimRequestAt: string | null, credentials: Array<{ id: string, type: ScimCredentialType, name: string | null, clientId: string | null, lastFour: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }>, registrationSync: { oktaDomain: string, attribute: string, enabled: boolean, authMode: OktaAuthMode, pendingCount: number, estimatedCompletionAt: string | null, parkedCount: number, heldCount: number, maxDirectoryChangeRatio: number, registeredCount: number, lastWriteAt: string | null, pausedReason: string | null } | null, scimRegistration: { baseUrl: string, extension: string, attribute: string, enabled: boolean, authentication: ScimAuthenticationType, userName: string | null, tokenEndpoint: string | null, clientId: string | null, scope: string | null } | null, signIn: { enabled: boolean, okta: { routingRuleId: string | null, routingActive: boolean } | null } | null, health: { checks: Array<{ name: string, status: CheckStatus, message: string, code: string | null, checkedAt: string }> } };

export type IntegrationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type IntegrationsQuery = { directoryIntegrations: { totalCount: number, nodes: Array<{ id: string, name: string, provider: DirectoryProvider, createdAt: string, scimUrl: string, tokenEndpoint: string, identityCount: number, groupCount: number, lastScimRequestAt: string | null, credentials: Array<{ id: string, type: ScimCredentialType, name: string | null, clientId: string | null, lastFour: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }>, registrationSync: { oktaDomain: string, attribute: string, enabled: boolean, authMode: OktaAuthMode, pendingCount: number, estimatedCompletionAt: string | null, parkedCount: number, heldCount: number, maxDirectoryChangeRatio: number, registeredCount: number, lastWriteAt: string | null, pausedReason: string | null } | null, scimRegistration: { baseUrl: string, extension: string, attribute: string, enabled: boolean, authentication: ScimAuthenticationType, userName: string | null, tokenEndpoint: string | null, clientId: string | null, scope: string | null } | null, signIn: { enabled: boolean, okta: { routingRuleId: string | null, routingActive: boolean } | null } | null, health: { checks: Array<{ name: string, status: CheckStatus, message: string, code: string | null, checkedAt: string }> } }> } };

export type IntegrationQueryVariables = Exact<{
  id: string | number;
}>;


export type IntegrationQuery = { directoryIntegration: { id: string, name: string, provider: DirectoryProvider, createdAt: string, scimUrl: string, tokenEndpoint: string, identityCount: number, groupCount: number, lastScimRequestAt: string | null, credentials: Array<{ id: string, type: ScimCredentialType, name: string | null, clientId: string | null, lastFour: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }>, registrationSync: { oktaDomain: string, attribute: string, enabled: boolean, authMode: OktaAuthMode, pendingCount: number, estimatedCompletionAt: string | null, parkedCount: number, heldCount: number, maxDirectoryChangeRatio: number, registeredCount: number, lastWriteAt: string | null, pausedReason: string | null } | null, scimRegistration: { baseUrl: string, extension: string, attribute: string, enabled: boolean, authentication: ScimAuthenticationType, userName: string | null, tokenEndpoint: string | null, clientId: string | null, scope: string | null } | null, signIn: { enabled: boolean, okta: { routingRuleId: string | null, routingActive: boolean } | null } | null, health: { checks: Array<{ name: string, status: CheckStatus, message: string, code: string | null, checkedAt: string }> } } | null };

export type CreateIntegrationMutationVariables = Exact<{
  input: CreateDirectoryIntegrationInput;
}>;


export type CreateIntegrationMutation = { createDirectoryIntegration: { id: string } };

export type RenameIntegrationMutationVariables = Exact<{
  input: UpdateDirectoryIntegrationInput;
}>;


export type RenameIntegrationMutation = { updateDirectoryIntegration: { id: string, name: string } };

export type DeleteIntegrationMutationVariables = Exact<{
  id: string | number;
  force?: boolean | null | undefined;
}>;


export type DeleteIntegrationMutation = { deleteDirectoryIntegration: string };

export type CheckIntegrationMutationVariables = Exact<{
  id: string | number;
}>;


export type CheckIntegrationMutation = { checkIntegration: { checks: Array<{ name: string, status: CheckStatus, message: string, code: string | null, checkedAt: string }> } };

export type RetryRegistrationsMutationVariables = Exact<{
  integrationId: string | number;
  identityIds?: Array<string | number> | string | number | null | undefined;
}>;


export type RetryRegistrationsMutation = { retryRegistrations: number };

export type ApproveHeldMutationVariables = Exact<{
  integrationId: string | number;
}>;


export type ApproveHeldMutation = { approveHeldRegistrations: number };

export type DiscardHeldMutationVariables = Exact<{
  integrationId: string | number;
}>;


export type DiscardHeldMutation = { discardHeldRegistrations: number };

export type IntegrationNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type IntegrationNamesQuery = { directoryIntegrations: { nodes: Array<{ id: string, name: string }> } };

export type ConfigureSyncMutationVariables = Exact<{
  input: ConfigureRegistrationSyncInput;
}>;


export type ConfigureSyncMutation = { configureRegistrationSync: { id: string, name: string, provider: DirectoryProvider, createdAt: string, scimUrl: string, tokenEndpoint: string, identityCount: number, groupCount: number, lastScimRequestAt: string | null, credentials: Array<{ id: string, type: ScimCredentialType, name: string | null, clientId: string | null, lastFour: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }>, registrationSync: { oktaDomain: string, attribute: string, enabled: boolean, authMode: OktaAuthMode, pendingCount: number, estimatedCompletionAt: string | null, parkedCount: number, heldCount: number, maxDirectoryChangeRatio: number, registeredCount: number, lastWriteAt: string | null, pausedReason: string | null } | null, scimRegistration: { baseUrl: string, extension: string, attribute: string, enabled: boolean, authentication: ScimAuthenticationType, userName: string | null, tokenEndpoint: string | null, clientId: string | null, scope: string | null } | null, signIn: { enabled: boolean, okta: { routingRuleId: string | null, routingActive: boolean } | null } | null, health: { checks: Array<{ name: string, status: CheckStatus, message: string, code: string | null, checkedAt: string }> } } };

export type CreateAttributeMutationVariables = Exact<{
  integrationId: string | number;
}>;


export type CreateAttributeMutation = { createOktaAttribute: { checks: Array<{ name: string, status: CheckStatus, message: string, code: string | null, checkedAt: string }> } };

export type PauseSyncMutationVariables = Exact<{
  integrationId: string | number;
  reason?: string | null | undefined;
}>;


export type PauseSyncMutation = { pauseRegistrationSync: { id: string, name: string, provider: DirectoryProvider, createdAt: string, scimUrl: string, tokenEndpoint: string, identityCount: number, groupCount: number, lastScimRequestAt: string | null, credentials: Array<{ id: string, type: ScimCredentialType, name: string | null, clientId: string | null, lastFour: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }>, registrationSync: { oktaDomain: string, attribute: string, enabled: boolean, authMode: OktaAuthMode, pendingCount: number, estimatedCompletionAt: string | null, parkedCount: number, heldCount: number, maxDirectoryChangeRatio: number, registeredCount: number, lastWriteAt: string | null, pausedReason: string | null } | null, scimRegistration: { baseUrl: string, extension: string, attribute: string, enabled: boolean, authentication: ScimAuthenticationType, userName: string | null, tokenEndpoint: string | null, clientId: string | null, scope: string | null } | null, signIn: { enabled: boolean, okta: { routingRuleId: string | null, routingActive: boolean } | null } | null, health: { checks: Array<{ name: string, status: CheckStatus, message: string, code: string | null, checkedAt: string }> } } };

export type ResumeSyncMutationVariables = Exact<{
  integrationId: string | number;
}>;


export type ResumeSyncMutation = { resumeRegistrationSync: { id: string, name: string, provider: DirectoryProvider, createdAt: string, scimUrl: string, tokenEndpoint: string, identityCount: number, groupCount: number, lastScimRequestAt: string | null, credentials: Array<{ id: string, type: ScimCredentialType, name: string | null, clientId: string | null, lastFour: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }>, registrationSync: { oktaDomain: string, attribute: string, enabled: boolean, authMode: OktaAuthMode, pendingCount: number, estimatedCompletionAt: string | null, parkedCount: number, heldCount: number, maxDirectoryChangeRatio: number, registeredCount: number, lastWriteAt: string | null, pausedReason: string | null } | null, scimRegistration: { baseUrl: string, extension: string, attribute: string, enabled: boolean, authentication: ScimAuthenticationType, userName: string | null, tokenEndpoint: string | null, clientId: string | null, scope: string | null } | null, signIn: { enabled: boolean, okta: { routingRuleId: string | null, routingActive: boolean } | null } | null, health: { checks: Array<{ name: string, status: CheckStatus, message: string, code: string | null, checkedAt: string }> } } };

export type ServiceAppFieldsFragment = { jwksUrl: string, scopes: Array<string>, clientId: string | null, keys: Array<{ kid: string, createdAt: string, retiredAt: string | null }> };

export type ServiceAppQueryVariables = Exact<{
  id: string | number;
}>;


export type ServiceAppQuery = { directoryIntegration: { id: string, oktaServiceApp: { jwksUrl: string, scopes: Array<string>, clientId: string | null, keys: Array<{ kid: string, createdAt: string, retiredAt: string | null }> } | null } | null };

export type PrepareServiceAppMutationVariables = Exact<{
  integrationId: string | number;
}>;


export type PrepareServiceAppMutation = { prepareOktaServiceApp: { jwksUrl: string, scopes: Array<string>, clientId: string | null, keys: Array<{ kid: string, createdAt: string, retiredAt: string | null }> } };

export type ConfigureServiceAppMutationVariables = Exact<{
  input: ConfigureOktaServiceAppInput;
}>;


export type ConfigureServiceAppMutation = { configureOktaServiceApp: { jwksUrl: string, scopes: Array<string>, clientId: string | null, keys: Array<{ kid: string, createdAt: string, retiredAt: string | null }> } };

export type RotateServiceAppKeyMutationVariables = Exact<{
  integrationId: string | number;
}>;


export type RotateServiceAppKeyMutation = { rotateOktaServiceAppKey: { jwksUrl: string, scopes: Array<string>, clientId: string | null, keys: Array<{ kid: string, createdAt: string, retiredAt: string | null }> } };

export type FunnelQueryVariables = Exact<{ [key: string]: never; }>;


export type FunnelQuery = { provisioned: { totalCount: number }, invited: { totalCount: number }, enrolled: { totalCount: number } };

export type RunFieldsFragment = { id: string, integrationId: string, dryRun: boolean, status: ReconciliationStatus, requestedBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, examined: number, drifted: number, repaired: number, failed: number, oktaRequests: number, error: string | null };

export type RunsQueryVariables = Exact<{
  integrationId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunsQuery = { reconciliationRuns: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, integrationId: string, dryRun: boolean, status: ReconciliationStatus, requestedBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, examined: number, drifted: number, repaired: number, failed: number, oktaRequests: number, error: string | null }> } };

export type RunQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunQuery = { reconciliationRun: { id: string, integrationId: string, dryRun: boolean, status: ReconciliationStatus, requestedBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, examined: number, drifted: number, repaired: number, failed: number, oktaRequests: number, error: string | null, drift: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ kind: DriftKind, oktaUserId: string | null, expected: boolean | null, actual: boolean | null, repairedAt: string | null, error: string | null, identity: { id: string, userName: string, displayName: string | null } | null }> } } | null };

export type DriftFieldsFragment = { kind: DriftKind, oktaUserId: string | null, expected: boolean | null, actual: boolean | null, repairedAt: string | null, error: string | null, identity: { id: string, userName: string, displayName: string | null } | null };

export type StartRunMutationVariables = Exact<{
  input: StartReconciliationInput;
}>;


export type StartRunMutation = { startReconciliation: { id: string, integrationId: string } };

export type CancelRunMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelRunMutation = { cancelReconciliation: { id: string, status: ReconciliationStatus } };

export type RequestFieldsFragment = { id: string, at: string, method: string, path: string, status: number, durationMs: number, detail: string | null, body: string | null, requestId: string | null };

export type ScimRequestsQueryVariables = Exact<{
  integrationId: string | number;
  status?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ScimRequestsQuery = { scimRequests: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, method: string, path: string, status: number, durationMs: number, detail: string | null, body: string | null, requestId: string | null }> } };

export type ConfigureScimMutationVariables = Exact<{
  input: ConfigureScimRegistrationInput;
}>;


export type ConfigureScimMutation = { configureScimRegistration: { id: string, name: string, provider: DirectoryProvider, createdAt: string, scimUrl: string, tokenEndpoint: string, identityCount: number, groupCount: number, lastScimRequestAt: string | null, credentials: Array<{ id: string, type: ScimCredentialType, name: string | null, clientId: string | null, lastFour: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }>, registrationSync: { oktaDomain: string, attribute: string, enabled: boolean, authMode: OktaAuthMode, pendingCount: number, estimatedCompletionAt: string | null, parkedCount: number, heldCount: number, maxDirectoryChangeRatio: number, registeredCount: number, lastWriteAt: string | null, pausedReason: string | null } | null, scimRegistration: { baseUrl: string, extension: string, attribute: string, enabled: boolean, authentication: ScimAuthenticationType, userName: string | null, tokenEndpoint: string | null, clientId: string | null, scope: string | null } | null, signIn: { enabled: boolean, okta: { routingRuleId: string | null, routingActive: boolean } | null } | null, health: { checks: Array<{ name: string, status: CheckStatus, message: string, code: string | null, checkedAt: string }> } } };

export type SelfEnrollmentFieldsFragment = { enabled: boolean, clientId: string | null, redirectUri: string, url: string };

export type SelfEnrollmentSettingsQueryVariables = Exact<{
  id: string | number;
}>;


export type SelfEnrollmentSettingsQuery = { directoryIntegration: { id: string, selfEnrollment: { enabled: boolean, clientId: string | null, redirectUri: string, url: string } } | null };

export type ConfigureSelfEnrollmentMutationVariables = Exact<{
  input: ConfigureSelfEnrollmentInput;
}>;


export type ConfigureSelfEnrollmentMutation = { configureSelfEnrollment: { enabled: boolean, clientId: string | null, redirectUri: string, url: string } };

export type SignInFieldsFragment = { enabled: boolean, issuer: string, clientId: string, redirectUris: Array<string>, authorizationEndpoint: string, tokenEndpoint: string, jwksUri: string, userinfoEndpoint: string, lastSignInAt: string | null, privateKeyJwt: boolean, oktaScopes: Array<string>, clientSecrets: Array<{ id: string, lastFour: string, createdAt: string, revokedAt: string | null, heldByOkta: boolean | null }>, keys: Array<{ kid: string, phase: SignInKeyPhase, createdAt: string, signsAt: string }>, oktaSettings: Array<{ section: OktaSettingSection, label: string, value: string }>, okta: { identityProviderId: string | null, identityProviderStatus: string | null, routingRuleId: string | null, routingActive: boolean, checkedAt: string } | null };

export type SignInSettingsQueryVariables = Exact<{
  id: string | number;
}>;


export type SignInSettingsQuery = { directoryIntegration: { id: string, signIn: { enabled: boolean, issuer: string, clientId: string, redirectUris: Array<string>, authorizationEndpoint: string, tokenEndpoint: string, jwksUri: string, userinfoEndpoint: string, lastSignInAt: string | null, privateKeyJwt: boolean, oktaScopes: Array<string>, clientSecrets: Array<{ id: string, lastFour: string, createdAt: string, revokedAt: string | null, heldByOkta: boolean | null }>, keys: Array<{ kid: string, phase: SignInKeyPhase, createdAt: string, signsAt: string }>, oktaSettings: Array<{ section: OktaSettingSection, label: string, value: string }>, okta: { identityProviderId: string | null, identityProviderStatus: string | null, routingRuleId: string | null, routingActive: boolean, checkedAt: string } | null } | null } | null };

export type EnableSignInMutationVariables = Exact<{
  input: EnableSignInInput;
}>;


export type EnableSignInMutation = { enableSignIn: { clientSecret: string, signIn: { enabled: boolean, issuer: string, clientId: string, redirectUris: Array<string>, authorizationEndpoint: string, tokenEndpoint: string, jwksUri: string, userinfoEndpoint: string, lastSignInAt: string | null, privateKeyJwt: boolean, oktaScopes: Array<string>, clientSecrets: Array<{ id: string, lastFour: string, createdAt: string, revokedAt: string | null, heldByOkta: boolean | null }>, keys: Array<{ kid: string, phase: SignInKeyPhase, createdAt: string, signsAt: string }>, oktaSettings: Array<{ section: OktaSettingSection, label: string, value: string }>, okta: { identityProviderId: string | null, identityProviderStatus: string | null, routingRuleId: string | null, routingActive: boolean, checkedAt: string } | null } } };

export type DisableSignInMutationVariables = Exact<{
  integrationId: string | number;
  force?: boolean | null | undefined;
}>;


export type DisableSignInMutation = { disableSignIn: { id: string } };

export type RotateSignInSecretMutationVariables = Exact<{
  integrationId: string | number;
}>;


export type RotateSignInSecretMutation = { rotateSignInSecret: { clientSecret: string, signIn: { enabled: boolean, issuer: string, clientId: string, redirectUris: Array<string>, authorizationEndpoint: string, tokenEndpoint: string, jwksUri: string, userinfoEndpoint: string, lastSignInAt: string | null, privateKeyJwt: boolean, oktaScopes: Array<string>, clientSecrets: Array<{ id: string, lastFour: string, createdAt: string, revokedAt: string | null, heldByOkta: boolean | null }>, keys: Array<{ kid: string, phase: SignInKeyPhase, createdAt: string, signsAt: string }>, oktaSettings: Array<{ section: OktaSettingSection, label: string, value: string }>, okta: { identityProviderId: string | null, identityProviderStatus: string | null, routingRuleId: string | null, routingActive: boolean, checkedAt: string } | null } } };

export type RevokeSignInSecretMutationVariables = Exact<{
  id: string | number;
  force?: boolean | null | undefined;
}>;


export type RevokeSignInSecretMutation = { revokeSignInSecret: { clientId: string } };

export type RotateSignInKeyMutationVariables = Exact<{
  integrationId: string | number;
}>;


export type RotateSignInKeyMutation = { rotateSignInKey: { clientId: string } };

export type CreateOktaIdentityProviderMutationVariables = Exact<{
  integrationId: string | number;
}>;


export type CreateOktaIdentityProviderMutation = { createOktaIdentityProvider: { enabled: boolean, issuer: string, clientId: string, redirectUris: Array<string>, authorizationEndpoint: string, tokenEndpoint: string, jwksUri: string, userinfoEndpoint: string, lastSignInAt: string | null, privateKeyJwt: boolean, oktaScopes: Array<string>, clientSecrets: Array<{ id: string, lastFour: string, createdAt: string, revokedAt: string | null, heldByOkta: boolean | null }>, keys: Array<{ kid: string, phase: SignInKeyPhase, createdAt: string, signsAt: string }>, oktaSettings: Array<{ section: OktaSettingSection, label: string, value: string }>, okta: { identityProviderId: string | null, identityProviderStatus: string | null, routingRuleId: string | null, routingActive: boolean, checkedAt: string } | null } };

export type SetOktaRoutingMutationVariables = Exact<{
  integrationId: string | number;
  active: boolean;
}>;


export type SetOktaRoutingMutation = { setOktaRouting: { enabled: boolean, issuer: string, clientId: string, redirectUris: Array<string>, authorizationEndpoint: string, tokenEndpoint: string, jwksUri: string, userinfoEndpoint: string, lastSignInAt: string | null, privateKeyJwt: boolean, oktaScopes: Array<string>, clientSecrets: Array<{ id: string, lastFour: string, createdAt: string, revokedAt: string | null, heldByOkta: boolean | null }>, keys: Array<{ kid: string, phase: SignInKeyPhase, createdAt: string, signsAt: string }>, oktaSettings: Array<{ section: OktaSettingSection, label: string, value: string }>, okta: { identityProviderId: string | null, identityProviderStatus: string | null, routingRuleId: string | null, routingActive: boolean, checkedAt: string } | null } };

export type SignInEventFieldsFragment = { id: string, at: string, outcome: SignInOutcome, reason: string | null, ip: string | null, userAgent: string | null, durationMs: number | null, identity: { id: string, userName: string, displayName: string | null } | null, passkey: { id: string, deviceName: string | null } | null };

export type SignInsQueryVariables = Exact<{
  integrationId?: string | number | null | undefined;
  identityId?: string | number | null | undefined;
  outcome?: SignInOutcome | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SignInsQuery = { signIns: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, outcome: SignInOutcome, reason: string | null, ip: string | null, userAgent: string | null, durationMs: number | null, identity: { id: string, userName: string, displayName: string | null } | null, passkey: { id: string, deviceName: string | null } | null }> } };

export type SignInFiguresQueryVariables = Exact<{
  id: string | number;
  window: SignInWindow;
}>;


export type SignInFiguresQuery = { signInFigures: { since: string, succeeded: number, refused: number, abandoned: number, medianSeconds: number | null, points: Array<{ at: string, succeeded: number, refused: number, abandoned: number, medianSeconds: number | null }> } };

export type TrendsQueryVariables = Exact<{
  id: string | number;
  window: TrendWindow;
}>;


export type TrendsQuery = { registrationTrends: { since: string, points: Array<{ at: string, binds: number, bindP50: number | null, bindP95: number | null, queued: number, oldest: number | null, quotaLeft: number | null }>, reconciliations: Array<{ at: string, drifted: number }> } };

export type WebhookFieldsFragment = { id: string, url: string, events: Array<WebhookEvent>, createdAt: string, disabledAt: string | null, disabledReason: string | null };

export type DeliveryFieldsFragment = { id: string, event: WebhookEvent, status: WebhookDeliveryStatus, attempts: number, lastStatus: number | null, lastError: string | null, createdAt: string, lastAttemptAt: string | null, nextAttemptAt: string | null, deliveredAt: string | null };

export type WebhooksQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhooksQuery = { webhookEndpoints: Array<{ id: string, url: string, events: Array<WebhookEvent>, createdAt: string, disabledAt: string | null, disabledReason: string | null, deliveries: { nodes: Array<{ id: string, event: WebhookEvent, status: WebhookDeliveryStatus, attempts: number, lastStatus: number | null, lastError: string | null, createdAt: string, lastAttemptAt: string | null, nextAttemptAt: string | null, deliveredAt: string | null }> } }> };

export type WebhookQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookQuery = { webhookEndpoint: { id: string, url: string, events: Array<WebhookEvent>, createdAt: string, disabledAt: string | null, disabledReason: string | null, deliveries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, event: WebhookEvent, status: WebhookDeliveryStatus, attempts: number, lastStatus: number | null, lastError: string | null, createdAt: string, lastAttemptAt: string | null, nextAttemptAt: string | null, deliveredAt: string | null }> } } | null };

export type CreateWebhookMutationVariables = Exact<{
  input: CreateWebhookEndpointInput;
}>;


export type CreateWebhookMutation = { createWebhookEndpoint: { secret: string, endpoint: { id: string, url: string } } };

export type TestWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type TestWebhookMutation = { testWebhookEndpoint: string };

export type PauseWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type PauseWebhookMutation = { pauseWebhookEndpoint: { id: string } };

export type ResumeWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type ResumeWebhookMutation = { resumeWebhookEndpoint: { id: string } };

export type DeleteWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteWebhookMutation = { deleteWebhookEndpoint: string };

export type RetryDeliveryMutationVariables = Exact<{
  id: string | number;
}>;


export type RetryDeliveryMutation = { retryWebhookDelivery: { id: string } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, role: AdminRole, tenant: { id: string, name: string } } };

export type FindQueryVariables = Exact<{
  search: string;
}>;


export type FindQuery = { identities: { nodes: Array<{ id: string, userName: string, displayName: string | null }> }, groups: { nodes: Array<{ id: string, displayName: string }> }, directoryIntegrations: { nodes: Array<{ id: string, name: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const BatchFieldsFragmentDoc = new TypedDocumentString(`
    fragment BatchFields on EnrollmentBatch {
  id
  status
  createdBy
  createdAt
  total
  examined
  created
  kept
  error
  linksUntil
}
    `, {"fragmentName":"BatchFields"}) as unknown as TypedDocumentString<BatchFieldsFragment, unknown>;
export const IdentityRowFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"IdentityRow"}) as unknown as TypedDocumentString<IdentityRowFragment, unknown>;
export const CredentialFieldsFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"CredentialFields"}) as unknown as TypedDocumentString<CredentialFieldsFragment, unknown>;
export const SyncFieldsFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"SyncFields"}) as unknown as TypedDocumentString<SyncFieldsFragment, unknown>;
export const HealthFieldsFragmentDoc = new TypedDocumentString(`
    fragment HealthFields on IntegrationHealth {
  checks {
    name
    status
    message
    code
    checkedAt
  }
}
    `, {"fragmentName":"HealthFields"}) as unknown as TypedDocumentString<HealthFieldsFragment, unknown>;
export const IntegrationFieldsFragmentDoc = new TypedDocumentString(`
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
fragment HealthFields on IntegrationHealth {
  checks {
    name
    status
    message
    code
    checkedAt
  }
}`, {"fragmentName":"IntegrationFields"}) as unknown as TypedDocumentString<IntegrationFieldsFragment, unknown>;
export const ServiceAppFieldsFragmentDoc = new TypedDocumentString(`
    fragment ServiceAppFields on OktaServiceApp {
  jwksUrl
  scopes
  clientId
  keys {
    kid
    createdAt
    retiredAt
  }
}
    `, {"fragmentName":"ServiceAppFields"}) as unknown as TypedDocumentString<ServiceAppFieldsFragment, unknown>;
export const RunFieldsFragmentDoc = new TypedDocumentString(`
    fragment RunFields on ReconciliationRun {
  id
  integrationId
  dryRun
  status
  requestedBy
  createdAt
  startedAt
  finishedAt
  examined
  drifted
  repaired
  failed
  oktaRequests
  error
}
    `, {"fragmentName":"RunFields"}) as unknown as TypedDocumentString<RunFieldsFragment, unknown>;
export const DriftFieldsFragmentDoc = new TypedDocumentString(`
    fragment DriftFields on Drift {
  kind
  oktaUserId
  expected
  actual
  repairedAt
  error
  identity {
    id
    userName
    displayName
  }
}
    `, {"fragmentName":"DriftFields"}) as unknown as TypedDocumentString<DriftFieldsFragment, unknown>;
export const RequestFieldsFragmentDoc = new TypedDocumentString(`
    fragment RequestFields on ScimRequest {
  id
  at
  method
  path
  status
  durationMs
  detail
  body
  requestId
}
    `, {"fragmentName":"RequestFields"}) as unknown as TypedDocumentString<RequestFieldsFragment, unknown>;
export const SelfEnrollmentFieldsFragmentDoc = new TypedDocumentString(`
    fragment SelfEnrollmentFields on SelfEnrollment {
  enabled
  clientId
  redirectUri
  url
}
    `, {"fragmentName":"SelfEnrollmentFields"}) as unknown as TypedDocumentString<SelfEnrollmentFieldsFragment, unknown>;
export const SignInFieldsFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"SignInFields"}) as unknown as TypedDocumentString<SignInFieldsFragment, unknown>;
export const SignInEventFieldsFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"SignInEventFields"}) as unknown as TypedDocumentString<SignInEventFieldsFragment, unknown>;
export const WebhookFieldsFragmentDoc = new TypedDocumentString(`
    fragment WebhookFields on WebhookEndpoint {
  id
  url
  events
  createdAt
  disabledAt
  disabledReason
}
    `, {"fragmentName":"WebhookFields"}) as unknown as TypedDocumentString<WebhookFieldsFragment, unknown>;
export const DeliveryFieldsFragmentDoc = new TypedDocumentString(`
    fragment DeliveryFields on WebhookDelivery {
  id
  event
  status
  attempts
  lastStatus
  lastError
  createdAt
  lastAttemptAt
  nextAttemptAt
  deliveredAt
}
    `, {"fragmentName":"DeliveryFields"}) as unknown as TypedDocumentString<DeliveryFieldsFragment, unknown>;
export const AdminTokensDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<AdminTokensQuery, AdminTokensQueryVariables>;
export const CreateAdminTokenDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<CreateAdminTokenMutation, CreateAdminTokenMutationVariables>;
export const RevokeAdminTokenDocument = new TypedDocumentString(`
    mutation RevokeAdminToken($id: ID!) {
  revokeAdminToken(id: $id) {
    id
    revokedAt
  }
}
    `) as unknown as TypedDocumentString<RevokeAdminTokenMutation, RevokeAdminTokenMutationVariables>;
export const SessionsDocument = new TypedDocumentString(`
    query Sessions($all: Boolean, $first: Int, $after: String) {
  sessions(all: $all, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      role
      current
      byPasskey
      browser
      createdAt
      lastSeenAt
      expiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($id: ID!) {
  endSession(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = new TypedDocumentString(`
    mutation EndOtherSessions {
  endOtherSessions
}
    `) as unknown as TypedDocumentString<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const AdminPasskeysDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<AdminPasskeysQuery, AdminPasskeysQueryVariables>;
export const RemoveAdminPasskeyDocument = new TypedDocumentString(`
    mutation RemoveAdminPasskey($id: ID!) {
  removeAdminPasskey(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<RemoveAdminPasskeyMutation, RemoveAdminPasskeyMutationVariables>;
export const AuditEventsDocument = new TypedDocumentString(`
    query AuditEvents($integrationId: ID, $actions: [AuditAction!], $actor: String, $identityId: ID, $since: DateTime, $until: DateTime, $first: Int, $after: String) {
  auditEvents(
    integrationId: $integrationId
    actions: $actions
    actor: $actor
    identityId: $identityId
    since: $since
    until: $until
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      at
      actorType
      actorName
      action
      kind
      integrationId
      subjectType
      subjectId
      data
      requestId
    }
  }
}
    `) as unknown as TypedDocumentString<AuditEventsQuery, AuditEventsQueryVariables>;
export const GenerateBearerTokenDocument = new TypedDocumentString(`
    mutation GenerateBearerToken($input: GenerateBearerTokenInput!) {
  generateBearerToken(input: $input) {
    token
    scimUrl
    credential {
      ...CredentialFields
    }
  }
}
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
}`) as unknown as TypedDocumentString<GenerateBearerTokenMutation, GenerateBearerTokenMutationVariables>;
export const GenerateClientCredentialsDocument = new TypedDocumentString(`
    mutation GenerateClientCredentials($input: GenerateClientCredentialsInput!) {
  generateClientCredentials(input: $input) {
    clientId
    clientSecret
    tokenEndpoint
    scimUrl
    credential {
      ...CredentialFields
    }
  }
}
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
}`) as unknown as TypedDocumentString<GenerateClientCredentialsMutation, GenerateClientCredentialsMutationVariables>;
export const RevokeCredentialDocument = new TypedDocumentString(`
    mutation RevokeCredential($id: ID!) {
  revokeScimCredential(id: $id) {
    id
    revokedAt
  }
}
    `) as unknown as TypedDocumentString<RevokeCredentialMutation, RevokeCredentialMutationVariables>;
export const EventHookDocument = new TypedDocumentString(`
    query EventHook($id: ID!) {
  directoryIntegration(id: $id) {
    id
    eventHook {
      url
      lastFour
      createdAt
      verifiedAt
      lastEventAt
    }
  }
}
    `) as unknown as TypedDocumentString<EventHookQuery, EventHookQueryVariables>;
export const ConfigureEventHookDocument = new TypedDocumentString(`
    mutation ConfigureEventHook($input: ConfigureEventHookInput!) {
  configureEventHook(input: $input) {
    url
    secret
  }
}
    `) as unknown as TypedDocumentString<ConfigureEventHookMutation, ConfigureEventHookMutationVariables>;
export const EnrollmentBatchesDocument = new TypedDocumentString(`
    query EnrollmentBatches($integrationId: ID!, $groupId: ID) {
  enrollmentBatches(integrationId: $integrationId, groupId: $groupId) {
    ...BatchFields
  }
}
    fragment BatchFields on EnrollmentBatch {
  id
  status
  createdBy
  createdAt
  total
  examined
  created
  kept
  error
  linksUntil
}`) as unknown as TypedDocumentString<EnrollmentBatchesQuery, EnrollmentBatchesQueryVariables>;
export const CreateEnrollmentsDocument = new TypedDocumentString(`
    mutation CreateEnrollments($input: CreateEnrollmentsInput!) {
  createEnrollments(input: $input) {
    ...BatchFields
  }
}
    fragment BatchFields on EnrollmentBatch {
  id
  status
  createdBy
  createdAt
  total
  examined
  created
  kept
  error
  linksUntil
}`) as unknown as TypedDocumentString<CreateEnrollmentsMutation, CreateEnrollmentsMutationVariables>;
export const CancelEnrollmentBatchDocument = new TypedDocumentString(`
    mutation CancelEnrollmentBatch($id: ID!) {
  cancelEnrollmentBatch(id: $id) {
    ...BatchFields
  }
}
    fragment BatchFields on EnrollmentBatch {
  id
  status
  createdBy
  createdAt
  total
  examined
  created
  kept
  error
  linksUntil
}`) as unknown as TypedDocumentString<CancelEnrollmentBatchMutation, CancelEnrollmentBatchMutationVariables>;
export const FetchEnrollmentLinksDocument = new TypedDocumentString(`
    mutation FetchEnrollmentLinks($batchId: ID!, $from: String) {
  fetchEnrollmentLinks(batchId: $batchId, from: $from) {
    next
    links {
      userName
      displayName
      email
      url
      expiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<FetchEnrollmentLinksMutation, FetchEnrollmentLinksMutationVariables>;
export const DiscardEnrollmentLinksDocument = new TypedDocumentString(`
    mutation DiscardEnrollmentLinks($batchId: ID!) {
  discardEnrollmentLinks(batchId: $batchId) {
    ...BatchFields
  }
}
    fragment BatchFields on EnrollmentBatch {
  id
  status
  createdBy
  createdAt
  total
  examined
  created
  kept
  error
  linksUntil
}`) as unknown as TypedDocumentString<DiscardEnrollmentLinksMutation, DiscardEnrollmentLinksMutationVariables>;
export const GroupsDocument = new TypedDocumentString(`
    query Groups($integrationId: ID, $search: String, $first: Int, $after: String) {
  groups(
    integrationId: $integrationId
    search: $search
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      displayName
      memberCount
    }
  }
}
    `) as unknown as TypedDocumentString<GroupsQuery, GroupsQueryVariables>;
export const GroupDocument = new TypedDocumentString(`
    query Group($id: ID!) {
  group(id: $id) {
    id
    integrationId
    displayName
    memberCount
  }
}
    `) as unknown as TypedDocumentString<GroupQuery, GroupQueryVariables>;
export const IdentitiesDocument = new TypedDocumentString(`
    query Identities($integrationId: ID, $search: String, $status: IdentityStatus, $enrollmentStatus: EnrollmentStatus, $registrationState: RegistrationState, $groupId: ID, $orderBy: IdentityOrder, $first: Int, $after: String) {
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
}`) as unknown as TypedDocumentString<IdentitiesQuery, IdentitiesQueryVariables>;
export const IdentityDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<IdentityQuery, IdentityQueryVariables>;
export const CreateEnrollmentDocument = new TypedDocumentString(`
    mutation CreateEnrollment($input: CreateEnrollmentInput!) {
  createEnrollment(input: $input) {
    id
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<CreateEnrollmentMutation, CreateEnrollmentMutationVariables>;
export const RevokePasskeyDocument = new TypedDocumentString(`
    mutation RevokePasskey($id: ID!) {
  revokePasskey(id: $id) {
    id
    revokedAt
  }
}
    `) as unknown as TypedDocumentString<RevokePasskeyMutation, RevokePasskeyMutationVariables>;
export const CancelEnrollmentDocument = new TypedDocumentString(`
    mutation CancelEnrollment($id: ID!) {
  cancelEnrollment(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<CancelEnrollmentMutation, CancelEnrollmentMutationVariables>;
export const RegistrationHistoryDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<RegistrationHistoryQuery, RegistrationHistoryQueryVariables>;
export const IntegrationsDocument = new TypedDocumentString(`
    query Integrations($after: String) {
  directoryIntegrations(first: 100, after: $after) {
    totalCount
    nodes {
      ...IntegrationFields
    }
  }
}
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
fragment HealthFields on IntegrationHealth {
  checks {
    name
    status
    message
    code
    checkedAt
  }
}
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
}`) as unknown as TypedDocumentString<IntegrationsQuery, IntegrationsQueryVariables>;
export const IntegrationDocument = new TypedDocumentString(`
    query Integration($id: ID!) {
  directoryIntegration(id: $id) {
    ...IntegrationFields
  }
}
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
fragment HealthFields on IntegrationHealth {
  checks {
    name
    status
    message
    code
    checkedAt
  }
}
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
}`) as unknown as TypedDocumentString<IntegrationQuery, IntegrationQueryVariables>;
export const CreateIntegrationDocument = new TypedDocumentString(`
    mutation CreateIntegration($input: CreateDirectoryIntegrationInput!) {
  createDirectoryIntegration(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateIntegrationMutation, CreateIntegrationMutationVariables>;
export const RenameIntegrationDocument = new TypedDocumentString(`
    mutation RenameIntegration($input: UpdateDirectoryIntegrationInput!) {
  updateDirectoryIntegration(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<RenameIntegrationMutation, RenameIntegrationMutationVariables>;
export const DeleteIntegrationDocument = new TypedDocumentString(`
    mutation DeleteIntegration($id: ID!, $force: Boolean) {
  deleteDirectoryIntegration(id: $id, force: $force)
}
    `) as unknown as TypedDocumentString<DeleteIntegrationMutation, DeleteIntegrationMutationVariables>;
export const CheckIntegrationDocument = new TypedDocumentString(`
    mutation CheckIntegration($id: ID!) {
  checkIntegration(id: $id) {
    ...HealthFields
  }
}
    fragment HealthFields on IntegrationHealth {
  checks {
    name
    status
    message
    code
    checkedAt
  }
}`) as unknown as TypedDocumentString<CheckIntegrationMutation, CheckIntegrationMutationVariables>;
export const RetryRegistrationsDocument = new TypedDocumentString(`
    mutation RetryRegistrations($integrationId: ID!, $identityIds: [ID!]) {
  retryRegistrations(integrationId: $integrationId, identityIds: $identityIds)
}
    `) as unknown as TypedDocumentString<RetryRegistrationsMutation, RetryRegistrationsMutationVariables>;
export const ApproveHeldDocument = new TypedDocumentString(`
    mutation ApproveHeld($integrationId: ID!) {
  approveHeldRegistrations(integrationId: $integrationId)
}
    `) as unknown as TypedDocumentString<ApproveHeldMutation, ApproveHeldMutationVariables>;
export const DiscardHeldDocument = new TypedDocumentString(`
    mutation DiscardHeld($integrationId: ID!) {
  discardHeldRegistrations(integrationId: $integrationId)
}
    `) as unknown as TypedDocumentString<DiscardHeldMutation, DiscardHeldMutationVariables>;
export const IntegrationNamesDocument = new TypedDocumentString(`
    query IntegrationNames {
  directoryIntegrations(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<IntegrationNamesQuery, IntegrationNamesQueryVariables>;
export const ConfigureSyncDocument = new TypedDocumentString(`
    mutation ConfigureSync($input: ConfigureRegistrationSyncInput!) {
  configureRegistrationSync(input: $input) {
    ...IntegrationFields
  }
}
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
fragment HealthFields on IntegrationHealth {
  checks {
    name
    status
    message
    code
    checkedAt
  }
}
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
}`) as unknown as TypedDocumentString<ConfigureSyncMutation, ConfigureSyncMutationVariables>;
export const CreateAttributeDocument = new TypedDocumentString(`
    mutation CreateAttribute($integrationId: ID!) {
  createOktaAttribute(integrationId: $integrationId) {
    ...HealthFields
  }
}
    fragment HealthFields on IntegrationHealth {
  checks {
    name
    status
    message
    code
    checkedAt
  }
}`) as unknown as TypedDocumentString<CreateAttributeMutation, CreateAttributeMutationVariables>;
export const PauseSyncDocument = new TypedDocumentString(`
    mutation PauseSync($integrationId: ID!, $reason: String) {
  pauseRegistrationSync(integrationId: $integrationId, reason: $reason) {
    ...IntegrationFields
  }
}
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
fragment HealthFields on IntegrationHealth {
  checks {
    name
    status
    message
    code
    checkedAt
  }
}
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
}`) as unknown as TypedDocumentString<PauseSyncMutation, PauseSyncMutationVariables>;
export const ResumeSyncDocument = new TypedDocumentString(`
    mutation ResumeSync($integrationId: ID!) {
  resumeRegistrationSync(integrationId: $integrationId) {
    ...IntegrationFields
  }
}
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
fragment HealthFields on IntegrationHealth {
  checks {
    name
    status
    message
    code
    checkedAt
  }
}
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
}`) as unknown as TypedDocumentString<ResumeSyncMutation, ResumeSyncMutationVariables>;
export const ServiceAppDocument = new TypedDocumentString(`
    query ServiceApp($id: ID!) {
  directoryIntegration(id: $id) {
    id
    oktaServiceApp {
      ...ServiceAppFields
    }
  }
}
    fragment ServiceAppFields on OktaServiceApp {
  jwksUrl
  scopes
  clientId
  keys {
    kid
    createdAt
    retiredAt
  }
}`) as unknown as TypedDocumentString<ServiceAppQuery, ServiceAppQueryVariables>;
export const PrepareServiceAppDocument = new TypedDocumentString(`
    mutation PrepareServiceApp($integrationId: ID!) {
  prepareOktaServiceApp(integrationId: $integrationId) {
    ...ServiceAppFields
  }
}
    fragment ServiceAppFields on OktaServiceApp {
  jwksUrl
  scopes
  clientId
  keys {
    kid
    createdAt
    retiredAt
  }
}`) as unknown as TypedDocumentString<PrepareServiceAppMutation, PrepareServiceAppMutationVariables>;
export const ConfigureServiceAppDocument = new TypedDocumentString(`
    mutation ConfigureServiceApp($input: ConfigureOktaServiceAppInput!) {
  configureOktaServiceApp(input: $input) {
    ...ServiceAppFields
  }
}
    fragment ServiceAppFields on OktaServiceApp {
  jwksUrl
  scopes
  clientId
  keys {
    kid
    createdAt
    retiredAt
  }
}`) as unknown as TypedDocumentString<ConfigureServiceAppMutation, ConfigureServiceAppMutationVariables>;
export const RotateServiceAppKeyDocument = new TypedDocumentString(`
    mutation RotateServiceAppKey($integrationId: ID!) {
  rotateOktaServiceAppKey(integrationId: $integrationId) {
    ...ServiceAppFields
  }
}
    fragment ServiceAppFields on OktaServiceApp {
  jwksUrl
  scopes
  clientId
  keys {
    kid
    createdAt
    retiredAt
  }
}`) as unknown as TypedDocumentString<RotateServiceAppKeyMutation, RotateServiceAppKeyMutationVariables>;
export const FunnelDocument = new TypedDocumentString(`
    query Funnel {
  provisioned: identities(first: 0, status: ACTIVE) {
    totalCount
  }
  invited: identities(first: 0, status: ACTIVE, enrollmentStatus: PENDING) {
    totalCount
  }
  enrolled: identities(first: 0, status: ACTIVE, enrollmentStatus: ENROLLED) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<FunnelQuery, FunnelQueryVariables>;
export const RunsDocument = new TypedDocumentString(`
    query Runs($integrationId: ID!, $first: Int, $after: String) {
  reconciliationRuns(integrationId: $integrationId, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...RunFields
    }
  }
}
    fragment RunFields on ReconciliationRun {
  id
  integrationId
  dryRun
  status
  requestedBy
  createdAt
  startedAt
  finishedAt
  examined
  drifted
  repaired
  failed
  oktaRequests
  error
}`) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
export const RunDocument = new TypedDocumentString(`
    query Run($id: ID!, $first: Int, $after: String) {
  reconciliationRun(id: $id) {
    ...RunFields
    drift(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...DriftFields
      }
    }
  }
}
    fragment RunFields on ReconciliationRun {
  id
  integrationId
  dryRun
  status
  requestedBy
  createdAt
  startedAt
  finishedAt
  examined
  drifted
  repaired
  failed
  oktaRequests
  error
}
fragment DriftFields on Drift {
  kind
  oktaUserId
  expected
  actual
  repairedAt
  error
  identity {
    id
    userName
    displayName
  }
}`) as unknown as TypedDocumentString<RunQuery, RunQueryVariables>;
export const StartRunDocument = new TypedDocumentString(`
    mutation StartRun($input: StartReconciliationInput!) {
  startReconciliation(input: $input) {
    id
    integrationId
  }
}
    `) as unknown as TypedDocumentString<StartRunMutation, StartRunMutationVariables>;
export const CancelRunDocument = new TypedDocumentString(`
    mutation CancelRun($id: ID!) {
  cancelReconciliation(id: $id) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<CancelRunMutation, CancelRunMutationVariables>;
export const ScimRequestsDocument = new TypedDocumentString(`
    query ScimRequests($integrationId: ID!, $status: Int, $first: Int, $after: String) {
  scimRequests(
    integrationId: $integrationId
    status: $status
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...RequestFields
    }
  }
}
    fragment RequestFields on ScimRequest {
  id
  at
  method
  path
  status
  durationMs
  detail
  body
  requestId
}`) as unknown as TypedDocumentString<ScimRequestsQuery, ScimRequestsQueryVariables>;
export const ConfigureScimDocument = new TypedDocumentString(`
    mutation ConfigureScim($input: ConfigureScimRegistrationInput!) {
  configureScimRegistration(input: $input) {
    ...IntegrationFields
  }
}
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
fragment HealthFields on IntegrationHealth {
  checks {
    name
    status
    message
    code
    checkedAt
  }
}
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
}`) as unknown as TypedDocumentString<ConfigureScimMutation, ConfigureScimMutationVariables>;
export const SelfEnrollmentSettingsDocument = new TypedDocumentString(`
    query SelfEnrollmentSettings($id: ID!) {
  directoryIntegration(id: $id) {
    id
    selfEnrollment {
      ...SelfEnrollmentFields
    }
  }
}
    fragment SelfEnrollmentFields on SelfEnrollment {
  enabled
  clientId
  redirectUri
  url
}`) as unknown as TypedDocumentString<SelfEnrollmentSettingsQuery, SelfEnrollmentSettingsQueryVariables>;
export const ConfigureSelfEnrollmentDocument = new TypedDocumentString(`
    mutation ConfigureSelfEnrollment($input: ConfigureSelfEnrollmentInput!) {
  configureSelfEnrollment(input: $input) {
    ...SelfEnrollmentFields
  }
}
    fragment SelfEnrollmentFields on SelfEnrollment {
  enabled
  clientId
  redirectUri
  url
}`) as unknown as TypedDocumentString<ConfigureSelfEnrollmentMutation, ConfigureSelfEnrollmentMutationVariables>;
export const SignInSettingsDocument = new TypedDocumentString(`
    query SignInSettings($id: ID!) {
  directoryIntegration(id: $id) {
    id
    signIn {
      ...SignInFields
    }
  }
}
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
}`) as unknown as TypedDocumentString<SignInSettingsQuery, SignInSettingsQueryVariables>;
export const EnableSignInDocument = new TypedDocumentString(`
    mutation EnableSignIn($input: EnableSignInInput!) {
  enableSignIn(input: $input) {
    clientSecret
    signIn {
      ...SignInFields
    }
  }
}
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
}`) as unknown as TypedDocumentString<EnableSignInMutation, EnableSignInMutationVariables>;
export const DisableSignInDocument = new TypedDocumentString(`
    mutation DisableSignIn($integrationId: ID!, $force: Boolean) {
  disableSignIn(integrationId: $integrationId, force: $force) {
    id
  }
}
    `) as unknown as TypedDocumentString<DisableSignInMutation, DisableSignInMutationVariables>;
export const RotateSignInSecretDocument = new TypedDocumentString(`
    mutation RotateSignInSecret($integrationId: ID!) {
  rotateSignInSecret(integrationId: $integrationId) {
    clientSecret
    signIn {
      ...SignInFields
    }
  }
}
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
}`) as unknown as TypedDocumentString<RotateSignInSecretMutation, RotateSignInSecretMutationVariables>;
export const RevokeSignInSecretDocument = new TypedDocumentString(`
    mutation RevokeSignInSecret($id: ID!, $force: Boolean) {
  revokeSignInSecret(id: $id, force: $force) {
    clientId
  }
}
    `) as unknown as TypedDocumentString<RevokeSignInSecretMutation, RevokeSignInSecretMutationVariables>;
export const RotateSignInKeyDocument = new TypedDocumentString(`
    mutation RotateSignInKey($integrationId: ID!) {
  rotateSignInKey(integrationId: $integrationId) {
    clientId
  }
}
    `) as unknown as TypedDocumentString<RotateSignInKeyMutation, RotateSignInKeyMutationVariables>;
export const CreateOktaIdentityProviderDocument = new TypedDocumentString(`
    mutation CreateOktaIdentityProvider($integrationId: ID!) {
  createOktaIdentityProvider(integrationId: $integrationId) {
    ...SignInFields
  }
}
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
}`) as unknown as TypedDocumentString<CreateOktaIdentityProviderMutation, CreateOktaIdentityProviderMutationVariables>;
export const SetOktaRoutingDocument = new TypedDocumentString(`
    mutation SetOktaRouting($integrationId: ID!, $active: Boolean!) {
  setOktaRouting(integrationId: $integrationId, active: $active) {
    ...SignInFields
  }
}
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
}`) as unknown as TypedDocumentString<SetOktaRoutingMutation, SetOktaRoutingMutationVariables>;
export const SignInsDocument = new TypedDocumentString(`
    query SignIns($integrationId: ID, $identityId: ID, $outcome: SignInOutcome, $first: Int, $after: String) {
  signIns(
    integrationId: $integrationId
    identityId: $identityId
    outcome: $outcome
    first: $first
    after: $after
  ) {
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
}`) as unknown as TypedDocumentString<SignInsQuery, SignInsQueryVariables>;
export const SignInFiguresDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<SignInFiguresQuery, SignInFiguresQueryVariables>;
export const TrendsDocument = new TypedDocumentString(`
    query Trends($id: ID!, $window: TrendWindow!) {
  registrationTrends(integrationId: $id, window: $window) {
    since
    points {
      at
      binds
      bindP50
      bindP95
      queued
      oldest
      quotaLeft
    }
    reconciliations {
      at
      drifted
    }
  }
}
    `) as unknown as TypedDocumentString<TrendsQuery, TrendsQueryVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks {
  webhookEndpoints {
    ...WebhookFields
    deliveries(first: 1) {
      nodes {
        ...DeliveryFields
      }
    }
  }
}
    fragment WebhookFields on WebhookEndpoint {
  id
  url
  events
  createdAt
  disabledAt
  disabledReason
}
fragment DeliveryFields on WebhookDelivery {
  id
  event
  status
  attempts
  lastStatus
  lastError
  createdAt
  lastAttemptAt
  nextAttemptAt
  deliveredAt
}`) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookDocument = new TypedDocumentString(`
    query Webhook($id: ID!, $first: Int, $after: String) {
  webhookEndpoint(id: $id) {
    ...WebhookFields
    deliveries(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...DeliveryFields
      }
    }
  }
}
    fragment WebhookFields on WebhookEndpoint {
  id
  url
  events
  createdAt
  disabledAt
  disabledReason
}
fragment DeliveryFields on WebhookDelivery {
  id
  event
  status
  attempts
  lastStatus
  lastError
  createdAt
  lastAttemptAt
  nextAttemptAt
  deliveredAt
}`) as unknown as TypedDocumentString<WebhookQuery, WebhookQueryVariables>;
export const CreateWebhookDocument = new TypedDocumentString(`
    mutation CreateWebhook($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) {
    secret
    endpoint {
      id
      url
    }
  }
}
    `) as unknown as TypedDocumentString<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const TestWebhookDocument = new TypedDocumentString(`
    mutation TestWebhook($id: ID!) {
  testWebhookEndpoint(id: $id)
}
    `) as unknown as TypedDocumentString<TestWebhookMutation, TestWebhookMutationVariables>;
export const PauseWebhookDocument = new TypedDocumentString(`
    mutation PauseWebhook($id: ID!) {
  pauseWebhookEndpoint(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<PauseWebhookMutation, PauseWebhookMutationVariables>;
export const ResumeWebhookDocument = new TypedDocumentString(`
    mutation ResumeWebhook($id: ID!) {
  resumeWebhookEndpoint(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<ResumeWebhookMutation, ResumeWebhookMutationVariables>;
export const DeleteWebhookDocument = new TypedDocumentString(`
    mutation DeleteWebhook($id: ID!) {
  deleteWebhookEndpoint(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteWebhookMutation, DeleteWebhookMutationVariables>;
export const RetryDeliveryDocument = new TypedDocumentString(`
    mutation RetryDelivery($id: ID!) {
  retryWebhookDelivery(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<RetryDeliveryMutation, RetryDeliveryMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    name
    role
    tenant {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const FindDocument = new TypedDocumentString(`
    query Find($search: String!) {
  identities(search: $search, first: 5) {
    nodes {
      id
      userName
      displayName
    }
  }
  groups(search: $search, first: 5) {
    nodes {
      id
      displayName
    }
  }
  directoryIntegrations(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindQuery, FindQueryVariables>;