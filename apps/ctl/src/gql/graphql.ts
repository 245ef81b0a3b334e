/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AuditBreakKind =
  /** Sealed long after it says that it happened. */
  | 'EVENT_BACKDATED'
  | 'EVENT_CHANGED'
  | 'EVENT_DELETED'
  /** Never sealed, nor waiting to be. */
  | 'EVENT_INSERTED'
  /** The seal that was asked to go on from is gone, or another one. */
  | 'HEAD_CHANGED'
  | 'SEAL_CHANGED'
  | 'SEAL_MISSING';

/** UNKNOWN: could not be found out. */
export type CheckStatus =
  | 'FAIL'
  | 'OK'
  | 'UNKNOWN'
  | 'WARN';

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

/** SUSPENDED: deactivated by the identity provider. */
export type IdentityStatus =
  | 'ACTIVE'
  | 'SUSPENDED';

/** How we sign in to the Okta API: with an API token (SSWS), or as a service app (private_key_jwt). */
export type OktaAuthMode =
  | 'API_TOKEN'
  | 'OAUTH';

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

/** How we sign in to a SCIM server: a bearer token (RFC 6750), user name and password (RFC 7617), or client credentials (RFC 6749 §4.4). */
export type ScimAuthenticationType =
  | 'BASIC'
  | 'BEARER_TOKEN'
  | 'CLIENT_CREDENTIALS';

export type ScimCredentialType =
  | 'BEARER_TOKEN'
  | 'CLIENT_CREDENTIALS';

export type SignInDestination =
  /** Okta's own sign-in page. */
  | 'OKTA'
  /** To another identity provider. */
  | 'OTHER_PROVIDER'
  /** To the OpenID provider of this integration. */
  | 'PASSKEY'
  /** Okta could not be asked. */
  | 'UNKNOWN';

export type StartReconciliationInput = {
  /** True: only compare. Defaults to false. */
  dryRun?: boolean | null | undefined;
  integrationId: string | number;
  /** Share of the registered people that may be changed, 0 to 1; defaults to 0.2. Ten people are always allowed. */
  maxChangeRatio?: number | null | undefined;
};

export type AuditEventsQueryVariables = Exact<{
  integrationId?: string | number | null | undefined;
  action?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type AuditEventsQuery = { auditEvents: { nodes: Array<{ at: string, actorType: string, actorName: string, action: string, subjectType: string | null, subjectId: string | null, detail: string }> } };

export type AuditEventFragment = { at: string, actorType: string, actorName: string, action: string, subjectType: string | null, subjectId: string | null, detail: string };

export type VerifyAuditQueryVariables = Exact<{
  tenantId?: string | number | null | undefined;
  sequence?: number | null | undefined;
  hash?: string | null | undefined;
}>;


export type VerifyAuditQuery = { verifyAuditChain: { sequence: number, hash: string, verified: number, prunedEvents: number, done: boolean, broken: { kind: AuditBreakKind, sequence: number, eventId: string | null, missingEvents: number | null } | null } };

export type VerifiedFragment = { sequence: number, hash: string, verified: number, prunedEvents: number, done: boolean, broken: { kind: AuditBreakKind, sequence: number, eventId: string | null, missingEvents: number | null } | null };

export type OwnTenantQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnTenantQuery = { viewer: { tenant: { id: string } } };

export type ChainHeadsQueryVariables = Exact<{ [key: string]: never; }>;


export type ChainHeadsQuery = { auditChainHeads: Array<{ tenantId: string, tenantName: string, sequence: number, hash: string, events: number, unsealed: number }> };

export type TenantHeadFragment = { tenantId: string, tenantName: string, sequence: number, hash: string, events: number, unsealed: number };

export type CredentialFragment = { id: string, type: ScimCredentialType, name: string | null, lastFour: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null };

export type CredentialsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CredentialsQuery = { directoryIntegrations: { nodes: Array<{ id: string, name: string, provider: DirectoryProvider, credentials: Array<{ id: string, type: ScimCredentialType, name: string | null, lastFour: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type GenerateTokenMutationVariables = Exact<{
  input: GenerateBearerTokenInput;
}>;


export type GenerateTokenMutation = { generateBearerToken: { token: string, scimUrl: string, credential: { id: string } } };

export type RevokeCredentialMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeCredentialMutation = { revokeScimCredential: { id: string, lastFour: string } };

export type CheckMutationVariables = Exact<{
  id: string | number;
}>;


export type CheckMutation = { checkIntegration: { checks: Array<{ name: string, status: CheckStatus, message: string }> } };

export type CheckFragment = { name: string, status: CheckStatus, message: string };

export type BatchFragment = { id: string, status: EnrollmentBatchStatus, groupId: string | null, total: number, examined: number, created: number, kept: number, error: string | null, createdBy: string, createdAt: string, finishedAt: string | null, linksUntil: string | null };

export type FindBatchQueryVariables = Exact<{
  id: string | number;
}>;


export type FindBatchQuery = { enrollmentBatch: { id: string, status: EnrollmentBatchStatus, groupId: string | null, total: number, examined: number, created: number, kept: number, error: string | null, createdBy: string, createdAt: string, finishedAt: string | null, linksUntil: string | null } };

export type CreateEnrollmentsMutationVariables = Exact<{
  input: CreateEnrollmentsInput;
}>;


export type CreateEnrollmentsMutation = { createEnrollments: { id: string, status: EnrollmentBatchStatus, groupId: string | null, total: number, examined: number, created: number, kept: number, error: string | null, createdBy: string, createdAt: string, finishedAt: string | null, linksUntil: string | null } };

export type BatchesQueryVariables = Exact<{
  id: string | number;
}>;


export type BatchesQuery = { enrollmentBatches: Array<{ id: string, status: EnrollmentBatchStatus, groupId: string | null, total: number, examined: number, created: number, kept: number, error: string | null, createdBy: string, createdAt: string, finishedAt: string | null, linksUntil: string | null }> };

export type CancelBatchMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelBatchMutation = { batch: { id: string, status: EnrollmentBatchStatus, groupId: string | null, total: number, examined: number, created: number, kept: number, error: string | null, createdBy: string, createdAt: string, finishedAt: string | null, linksUntil: string | null } };

export type DiscardLinksMutationVariables = Exact<{
  id: string | number;
}>;


export type DiscardLinksMutation = { batch: { id: string, status: EnrollmentBatchStatus, groupId: string | null, total: number, examined: number, created: number, kept: number, error: string | null, createdBy: string, createdAt: string, finishedAt: string | null, linksUntil: string | null } };

export type FindGroupQueryVariables = Exact<{
  integrationId: string | number;
  idOrName: string;
  id: string | number;
  first?: number | null | undefined;
}>;


export type FindGroupQuery = { group: { id: string, displayName: string } | null, groups: { nodes: Array<{ id: string, displayName: string }> } };

export type FetchLinksMutationVariables = Exact<{
  batchId: string | number;
  from?: string | null | undefined;
}>;


export type FetchLinksMutation = { fetchEnrollmentLinks: { next: string | null, links: Array<{ userName: string, displayName: string | null, email: string | null, url: string, expiresAt: string }> } };

export type SignInRouteQueryVariables = Exact<{
  id: string | number;
  userName: string;
}>;


export type SignInRouteQuery = { signInRoute: { userName: string, destination: SignInDestination, ruleName: string | null, canSignIn: boolean, reasons: Array<string> } };

export type PageEndFragment = { hasNextPage: boolean, endCursor: string | null };

export type IntegrationNamesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type IntegrationNamesQuery = { directoryIntegrations: { nodes: Array<{ id: string, name: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type IntegrationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type IntegrationsQuery = { directoryIntegrations: { nodes: Array<{ id: string, name: string, provider: DirectoryProvider, identityCount: number, groupCount: number, lastScimRequestAt: string | null, registrationSync: { enabled: boolean, pausedReason: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type IntegrationFragment = { id: string, name: string, provider: DirectoryProvider, identityCount: number, groupCount: number, lastScimRequestAt: string | null, registrationSync: { enabled: boolean, pausedReason: string | null } | null };

export type RotateKeysMutationVariables = Exact<{ [key: string]: never; }>;


export type RotateKeysMutation = { rotateEncryptionKeys: number };

export type PeopleQueryVariables = Exact<{
  search?: string | null | undefined;
  integrationId?: string | number | null | undefined;
  first?: number | null | undefined;
  events?: number | null | undefined;
}>;


export type PeopleQuery = { identities: { nodes: Array<{ id: string, userName: string, integrationId: string, externalId: string | null, status: IdentityStatus, enrollmentStatus: EnrollmentStatus, passkeys: Array<{ deviceName: string | null, lastUsedAt: string | null, revokedAt: string | null }>, openEnrollment: { createdBy: string, expiresAt: string } | null, registration: { desired: boolean, confirmed: boolean | null, state: RegistrationState, attempts: number, lastError: string | null, nextAttemptAt: string | null, history: { nodes: Array<{ at: string, kind: RegistrationEventKind, desired: boolean, confirmed: boolean | null, note: string | null }> } } | null }> } };

export type PersonFragment = { id: string, userName: string, integrationId: string, externalId: string | null, status: IdentityStatus, enrollmentStatus: EnrollmentStatus, passkeys: Array<{ deviceName: string | null, lastUsedAt: string | null, revokedAt: string | null }>, openEnrollment: { createdBy: string, expiresAt: string } | null, registration: { desired: boolean, confirmed: boolean | null, state: RegistrationState, attempts: number, lastError: string | null, nextAttemptAt: string | null, history: { nodes: Array<{ at: string, kind: RegistrationEventKind, desired: boolean, confirmed: boolean | null, note: string | null }> } } | null };

export type RetryPersonMutationVariables = Exact<{
  integrationId: string | number;
  ids?: Array<string | number> | string | number | null | undefined;
}>;


export type RetryPersonMutation = { retryRegistrations: number };

export type EnrollPersonMutationVariables = Exact<{
  input: CreateEnrollmentInput;
}>;


export type EnrollPersonMutation = { createEnrollment: { url: string, expiresAt: string } };

export type PlacesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PlacesQuery = { directoryIntegrations: { nodes: Array<{ id: string, name: string, provider: DirectoryProvider, scimUrl: string, registrationSync: { oktaDomain: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PlaceFragment = { id: string, name: string, provider: DirectoryProvider, scimUrl: string, registrationSync: { oktaDomain: string } | null };

export type RunQueryVariables = Exact<{
  id: string | number;
}>;


export type RunQuery = { reconciliationRun: { id: string, dryRun: boolean, status: ReconciliationStatus, requestedBy: string, startedAt: string | null, finishedAt: string | null, examined: number, drifted: number, repaired: number, failed: number, oktaRequests: number, error: string | null } | null };

export type ReconciledQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReconciledQuery = { directoryIntegrations: { nodes: Array<{ id: string, name: string, provider: DirectoryProvider, registrationSync: { registeredCount: number, pausedReason: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StartRunMutationVariables = Exact<{
  input: StartReconciliationInput;
}>;


export type StartRunMutation = { startReconciliation: { id: string, dryRun: boolean, status: ReconciliationStatus, requestedBy: string, startedAt: string | null, finishedAt: string | null, examined: number, drifted: number, repaired: number, failed: number, oktaRequests: number, error: string | null } };

export type RunDriftQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
}>;


export type RunDriftQuery = { reconciliationRun: { drift: { nodes: Array<{ oktaUserId: string | null, kind: DriftKind, repairedAt: string | null, error: string | null, identity: { userName: string } | null }> } } | null };

export type DriftFragment = { oktaUserId: string | null, kind: DriftKind, repairedAt: string | null, error: string | null, identity: { userName: string } | null };

export type RunFragment = { id: string, dryRun: boolean, status: ReconciliationStatus, requestedBy: string, startedAt: string | null, finishedAt: string | null, examined: number, drifted: number, repaired: number, failed: number, oktaRequests: number, error: string | null };

export type CancelRunMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelRunMutation = { cancelReconciliation: { id: string } };

export type RunsQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
}>;


export type RunsQuery = { reconciliationRuns: { nodes: Array<{ id: string, dryRun: boolean, status: ReconciliationStatus, requestedBy: string, startedAt: string | null, finishedAt: string | null, examined: number, drifted: number, repaired: number, failed: number, oktaRequests: number, error: string | null }> } };

export type RequestsQueryVariables = Exact<{
  id: string | number;
  status?: number | null | undefined;
  first?: number | null | undefined;
}>;


export type RequestsQuery = { scimRequests: { nodes: Array<{ at: string, method: string, path: string, status: number, durationMs: number, detail: string | null, requestId: string | null }> } };

export type RequestFragment = { at: string, method: string, path: string, status: number, durationMs: number, detail: string | null, requestId: string | null };

export type RoutingFragment = { enabled: boolean, issuer: string, okta: { identityProviderId: string | null, identityProviderStatus: string | null, routingRuleId: string | null, routingActive: boolean } | null };

export type RoutingQueryVariables = Exact<{
  id: string | number;
}>;


export type RoutingQuery = { directoryIntegration: { signIn: { enabled: boolean, issuer: string, okta: { identityProviderId: string | null, identityProviderStatus: string | null, routingRuleId: string | null, routingActive: boolean } | null } | null } | null };

export type SetRoutingMutationVariables = Exact<{
  id: string | number;
  active: boolean;
}>;


export type SetRoutingMutation = { setOktaRouting: { enabled: boolean, issuer: string, okta: { identityProviderId: string | null, identityProviderStatus: string | null, routingRuleId: string | null, routingActive: boolean } | null } };

export type SyncStatusQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SyncStatusQuery = { directoryIntegrations: { nodes: Array<{ id: string, name: string, provider: DirectoryProvider, scimRegistration: { authentication: ScimAuthenticationType } | null, registrationSync: { oktaDomain: string, attribute: string, enabled: boolean, authMode: OktaAuthMode, pendingCount: number, estimatedCompletionAt: string | null, parkedCount: number, heldCount: number, registeredCount: number, lastWriteAt: string | null, pausedReason: string | null, pausedAt: string | null } | null, health: { checks: Array<{ name: string, status: CheckStatus, message: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SyncedFragment = { id: string, name: string, provider: DirectoryProvider, scimRegistration: { authentication: ScimAuthenticationType } | null, registrationSync: { oktaDomain: string, attribute: string, enabled: boolean, authMode: OktaAuthMode, pendingCount: number, estimatedCompletionAt: string | null, parkedCount: number, heldCount: number, registeredCount: number, lastWriteAt: string | null, pausedReason: string | null, pausedAt: string | null } | null, health: { checks: Array<{ name: string, status: CheckStatus, message: string }> } };

export type SyncFragment = { oktaDomain: string, attribute: string, enabled: boolean, authMode: OktaAuthMode, pendingCount: number, estimatedCompletionAt: string | null, parkedCount: number, heldCount: number, registeredCount: number, lastWriteAt: string | null, pausedReason: string | null, pausedAt: string | null };

export type TroubleQueryVariables = Exact<{
  id?: string | number | null | undefined;
  first?: number | null | undefined;
}>;


export type TroubleQuery = { parked: { totalCount: number, nodes: Array<{ id: string, userName: string, registration: { attempts: number, lastError: string | null, nextAttemptAt: string | null } | null }> }, retrying: { totalCount: number, nodes: Array<{ id: string, userName: string, registration: { attempts: number, lastError: string | null, nextAttemptAt: string | null } | null }> }, unlinked: { totalCount: number, nodes: Array<{ id: string, userName: string, registration: { attempts: number, lastError: string | null, nextAttemptAt: string | null } | null }> } };

export type TroubledFragment = { totalCount: number, nodes: Array<{ id: string, userName: string, registration: { attempts: number, lastError: string | null, nextAttemptAt: string | null } | null }> };

export type SyncStateFragment = { registrationSync: { enabled: boolean, pausedReason: string | null, pausedAt: string | null, pendingCount: number } | null };

export type PauseMutationVariables = Exact<{
  id: string | number;
  reason?: string | null | undefined;
}>;


export type PauseMutation = { pauseRegistrationSync: { registrationSync: { enabled: boolean, pausedReason: string | null, pausedAt: string | null, pendingCount: number } | null } };

export type ResumeMutationVariables = Exact<{
  id: string | number;
}>;


export type ResumeMutation = { resumeRegistrationSync: { registrationSync: { enabled: boolean, pausedReason: string | null, pausedAt: string | null, pendingCount: number } | null } };

export type RetryMutationVariables = Exact<{
  id: string | number;
  people?: Array<string | number> | string | number | null | undefined;
}>;


export type RetryMutation = { retryRegistrations: number };

export type NamesakesQueryVariables = Exact<{
  search?: string | null | undefined;
  integrationId?: string | number | null | undefined;
  first?: number | null | undefined;
}>;


export type NamesakesQuery = { identities: { nodes: Array<{ id: string, userName: string }> } };

export type SetCapMutationVariables = Exact<{
  id: string | number;
  ratio: number;
}>;


export type SetCapMutation = { setDirectoryChangeCap: { id: string } };

export type ApproveHeldMutationVariables = Exact<{
  id: string | number;
}>;


export type ApproveHeldMutation = { people: number };

export type DiscardHeldMutationVariables = Exact<{
  id: string | number;
}>;


export type DiscardHeldMutation = { people: number };

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
export const AuditEventFragmentDoc = new TypedDocumentString(`
    fragment AuditEvent on AuditEvent {
  at
  actorType
  actorName
  action
  subjectType
  subjectId
  detail
}
    `, {"fragmentName":"AuditEvent"}) as unknown as TypedDocumentString<AuditEventFragment, unknown>;
export const VerifiedFragmentDoc = new TypedDocumentString(`
    fragment Verified on AuditVerification {
  sequence
  hash
  verified
  prunedEvents
  done
  broken {
    kind
    sequence
    eventId
    missingEvents
  }
}
    `, {"fragmentName":"Verified"}) as unknown as TypedDocumentString<VerifiedFragment, unknown>;
export const TenantHeadFragmentDoc = new TypedDocumentString(`
    fragment TenantHead on TenantAuditChainHead {
  tenantId
  tenantName
  sequence
  hash
  events
  unsealed
}
    `, {"fragmentName":"TenantHead"}) as unknown as TypedDocumentString<TenantHeadFragment, unknown>;
export const CredentialFragmentDoc = new TypedDocumentString(`
    fragment Credential on ScimCredential {
  id
  type
  name
  lastFour
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}
    `, {"fragmentName":"Credential"}) as unknown as TypedDocumentString<CredentialFragment, unknown>;
export const BatchFragmentDoc = new TypedDocumentString(`
    fragment Batch on EnrollmentBatch {
  id
  status
  groupId
  total
  examined
  created
  kept
  error
  createdBy
  createdAt
  finishedAt
  linksUntil
}
    `, {"fragmentName":"Batch"}) as unknown as TypedDocumentString<BatchFragment, unknown>;
export const PageEndFragmentDoc = new TypedDocumentString(`
    fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}
    `, {"fragmentName":"PageEnd"}) as unknown as TypedDocumentString<PageEndFragment, unknown>;
export const IntegrationFragmentDoc = new TypedDocumentString(`
    fragment Integration on DirectoryIntegration {
  id
  name
  provider
  identityCount
  groupCount
  lastScimRequestAt
  registrationSync {
    enabled
    pausedReason
  }
}
    `, {"fragmentName":"Integration"}) as unknown as TypedDocumentString<IntegrationFragment, unknown>;
export const PersonFragmentDoc = new TypedDocumentString(`
    fragment Person on Identity {
  id
  userName
  integrationId
  externalId
  status
  enrollmentStatus
  passkeys {
    deviceName
    lastUsedAt
    revokedAt
  }
  openEnrollment {
    createdBy
    expiresAt
  }
  registration {
    desired
    confirmed
    state
    attempts
    lastError
    nextAttemptAt
    history(first: $events) {
      nodes {
        at
        kind
        desired
        confirmed
        note
      }
    }
  }
}
    `, {"fragmentName":"Person"}) as unknown as TypedDocumentString<PersonFragment, unknown>;
export const PlaceFragmentDoc = new TypedDocumentString(`
    fragment Place on DirectoryIntegration {
  id
  name
  provider
  scimUrl
  registrationSync {
    oktaDomain
  }
}
    `, {"fragmentName":"Place"}) as unknown as TypedDocumentString<PlaceFragment, unknown>;
export const DriftFragmentDoc = new TypedDocumentString(`
    fragment Drift on Drift {
  oktaUserId
  kind
  repairedAt
  error
  identity {
    userName
  }
}
    `, {"fragmentName":"Drift"}) as unknown as TypedDocumentString<DriftFragment, unknown>;
export const RunFragmentDoc = new TypedDocumentString(`
    fragment Run on ReconciliationRun {
  id
  dryRun
  status
  requestedBy
  startedAt
  finishedAt
  examined
  drifted
  repaired
  failed
  oktaRequests
  error
}
    `, {"fragmentName":"Run"}) as unknown as TypedDocumentString<RunFragment, unknown>;
export const RequestFragmentDoc = new TypedDocumentString(`
    fragment Request on ScimRequest {
  at
  method
  path
  status
  durationMs
  detail
  requestId
}
    `, {"fragmentName":"Request"}) as unknown as TypedDocumentString<RequestFragment, unknown>;
export const RoutingFragmentDoc = new TypedDocumentString(`
    fragment Routing on SignIn {
  enabled
  issuer
  okta {
    identityProviderId
    identityProviderStatus
    routingRuleId
    routingActive
  }
}
    `, {"fragmentName":"Routing"}) as unknown as TypedDocumentString<RoutingFragment, unknown>;
export const SyncFragmentDoc = new TypedDocumentString(`
    fragment Sync on RegistrationSync {
  oktaDomain
  attribute
  enabled
  authMode
  pendingCount
  estimatedCompletionAt
  parkedCount
  heldCount
  registeredCount
  lastWriteAt
  pausedReason
  pausedAt
}
    `, {"fragmentName":"Sync"}) as unknown as TypedDocumentString<SyncFragment, unknown>;
export const CheckFragmentDoc = new TypedDocumentString(`
    fragment Check on HealthCheck {
  name
  status
  message
}
    `, {"fragmentName":"Check"}) as unknown as TypedDocumentString<CheckFragment, unknown>;
export const SyncedFragmentDoc = new TypedDocumentString(`
    fragment Synced on DirectoryIntegration {
  id
  name
  provider
  scimRegistration {
    authentication
  }
  registrationSync {
    ...Sync
  }
  health {
    checks {
      ...Check
    }
  }
}
    fragment Check on HealthCheck {
  name
  status
  message
}
fragment Sync on RegistrationSync {
  oktaDomain
  attribute
  enabled
  authMode
  pendingCount
  estimatedCompletionAt
  parkedCount
  heldCount
  registeredCount
  lastWriteAt
  pausedReason
  pausedAt
}`, {"fragmentName":"Synced"}) as unknown as TypedDocumentString<SyncedFragment, unknown>;
export const TroubledFragmentDoc = new TypedDocumentString(`
    fragment Troubled on IdentityConnection {
  totalCount
  nodes {
    id
    userName
    registration {
      attempts
      lastError
      nextAttemptAt
    }
  }
}
    `, {"fragmentName":"Troubled"}) as unknown as TypedDocumentString<TroubledFragment, unknown>;
export const SyncStateFragmentDoc = new TypedDocumentString(`
    fragment SyncState on DirectoryIntegration {
  registrationSync {
    enabled
    pausedReason
    pausedAt
    pendingCount
  }
}
    `, {"fragmentName":"SyncState"}) as unknown as TypedDocumentString<SyncStateFragment, unknown>;
export const AuditEventsDocument = new TypedDocumentString(`
    query AuditEvents($integrationId: ID, $action: String, $first: Int) {
  auditEvents(integrationId: $integrationId, action: $action, first: $first) {
    nodes {
      ...AuditEvent
    }
  }
}
    fragment AuditEvent on AuditEvent {
  at
  actorType
  actorName
  action
  subjectType
  subjectId
  detail
}`) as unknown as TypedDocumentString<AuditEventsQuery, AuditEventsQueryVariables>;
export const VerifyAuditDocument = new TypedDocumentString(`
    query VerifyAudit($tenantId: ID, $sequence: Int, $hash: String) {
  verifyAuditChain(tenantId: $tenantId, sequence: $sequence, hash: $hash) {
    ...Verified
  }
}
    fragment Verified on AuditVerification {
  sequence
  hash
  verified
  prunedEvents
  done
  broken {
    kind
    sequence
    eventId
    missingEvents
  }
}`) as unknown as TypedDocumentString<VerifyAuditQuery, VerifyAuditQueryVariables>;
export const OwnTenantDocument = new TypedDocumentString(`
    query OwnTenant {
  viewer {
    tenant {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<OwnTenantQuery, OwnTenantQueryVariables>;
export const ChainHeadsDocument = new TypedDocumentString(`
    query ChainHeads {
  auditChainHeads {
    ...TenantHead
  }
}
    fragment TenantHead on TenantAuditChainHead {
  tenantId
  tenantName
  sequence
  hash
  events
  unsealed
}`) as unknown as TypedDocumentString<ChainHeadsQuery, ChainHeadsQueryVariables>;
export const CredentialsDocument = new TypedDocumentString(`
    query Credentials($first: Int, $after: String) {
  directoryIntegrations(first: $first, after: $after) {
    nodes {
      id
      name
      provider
      credentials {
        ...Credential
      }
    }
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment Credential on ScimCredential {
  id
  type
  name
  lastFour
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}
fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<CredentialsQuery, CredentialsQueryVariables>;
export const GenerateTokenDocument = new TypedDocumentString(`
    mutation GenerateToken($input: GenerateBearerTokenInput!) {
  generateBearerToken(input: $input) {
    token
    scimUrl
    credential {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<GenerateTokenMutation, GenerateTokenMutationVariables>;
export const RevokeCredentialDocument = new TypedDocumentString(`
    mutation RevokeCredential($id: ID!) {
  revokeScimCredential(id: $id) {
    id
    lastFour
  }
}
    `) as unknown as TypedDocumentString<RevokeCredentialMutation, RevokeCredentialMutationVariables>;
export const CheckDocument = new TypedDocumentString(`
    mutation Check($id: ID!) {
  checkIntegration(id: $id) {
    checks {
      ...Check
    }
  }
}
    fragment Check on HealthCheck {
  name
  status
  message
}`) as unknown as TypedDocumentString<CheckMutation, CheckMutationVariables>;
export const FindBatchDocument = new TypedDocumentString(`
    query FindBatch($id: ID!) {
  enrollmentBatch(id: $id) {
    ...Batch
  }
}
    fragment Batch on EnrollmentBatch {
  id
  status
  groupId
  total
  examined
  created
  kept
  error
  createdBy
  createdAt
  finishedAt
  linksUntil
}`) as unknown as TypedDocumentString<FindBatchQuery, FindBatchQueryVariables>;
export const CreateEnrollmentsDocument = new TypedDocumentString(`
    mutation CreateEnrollments($input: CreateEnrollmentsInput!) {
  createEnrollments(input: $input) {
    ...Batch
  }
}
    fragment Batch on EnrollmentBatch {
  id
  status
  groupId
  total
  examined
  created
  kept
  error
  createdBy
  createdAt
  finishedAt
  linksUntil
}`) as unknown as TypedDocumentString<CreateEnrollmentsMutation, CreateEnrollmentsMutationVariables>;
export const BatchesDocument = new TypedDocumentString(`
    query Batches($id: ID!) {
  enrollmentBatches(integrationId: $id) {
    ...Batch
  }
}
    fragment Batch on EnrollmentBatch {
  id
  status
  groupId
  total
  examined
  created
  kept
  error
  createdBy
  createdAt
  finishedAt
  linksUntil
}`) as unknown as TypedDocumentString<BatchesQuery, BatchesQueryVariables>;
export const CancelBatchDocument = new TypedDocumentString(`
    mutation CancelBatch($id: ID!) {
  batch: cancelEnrollmentBatch(id: $id) {
    ...Batch
  }
}
    fragment Batch on EnrollmentBatch {
  id
  status
  groupId
  total
  examined
  created
  kept
  error
  createdBy
  createdAt
  finishedAt
  linksUntil
}`) as unknown as TypedDocumentString<CancelBatchMutation, CancelBatchMutationVariables>;
export const DiscardLinksDocument = new TypedDocumentString(`
    mutation DiscardLinks($id: ID!) {
  batch: discardEnrollmentLinks(batchId: $id) {
    ...Batch
  }
}
    fragment Batch on EnrollmentBatch {
  id
  status
  groupId
  total
  examined
  created
  kept
  error
  createdBy
  createdAt
  finishedAt
  linksUntil
}`) as unknown as TypedDocumentString<DiscardLinksMutation, DiscardLinksMutationVariables>;
export const FindGroupDocument = new TypedDocumentString(`
    query FindGroup($integrationId: ID!, $idOrName: String!, $id: ID!, $first: Int) {
  group(id: $id) {
    id
    displayName
  }
  groups(integrationId: $integrationId, search: $idOrName, first: $first) {
    nodes {
      id
      displayName
    }
  }
}
    `) as unknown as TypedDocumentString<FindGroupQuery, FindGroupQueryVariables>;
export const FetchLinksDocument = new TypedDocumentString(`
    mutation FetchLinks($batchId: ID!, $from: String) {
  fetchEnrollmentLinks(batchId: $batchId, from: $from) {
    links {
      userName
      displayName
      email
      url
      expiresAt
    }
    next
  }
}
    `) as unknown as TypedDocumentString<FetchLinksMutation, FetchLinksMutationVariables>;
export const SignInRouteDocument = new TypedDocumentString(`
    query SignInRoute($id: ID!, $userName: String!) {
  signInRoute(integrationId: $id, userName: $userName) {
    userName
    destination
    ruleName
    canSignIn
    reasons
  }
}
    `) as unknown as TypedDocumentString<SignInRouteQuery, SignInRouteQueryVariables>;
export const IntegrationNamesDocument = new TypedDocumentString(`
    query IntegrationNames($first: Int, $after: String) {
  directoryIntegrations(first: $first, after: $after) {
    nodes {
      id
      name
    }
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<IntegrationNamesQuery, IntegrationNamesQueryVariables>;
export const IntegrationsDocument = new TypedDocumentString(`
    query Integrations($first: Int, $after: String) {
  directoryIntegrations(first: $first, after: $after) {
    nodes {
      ...Integration
    }
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}
fragment Integration on DirectoryIntegration {
  id
  name
  provider
  identityCount
  groupCount
  lastScimRequestAt
  registrationSync {
    enabled
    pausedReason
  }
}`) as unknown as TypedDocumentString<IntegrationsQuery, IntegrationsQueryVariables>;
export const RotateKeysDocument = new TypedDocumentString(`
    mutation RotateKeys {
  rotateEncryptionKeys
}
    `) as unknown as TypedDocumentString<RotateKeysMutation, RotateKeysMutationVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($search: String, $integrationId: ID, $first: Int, $events: Int = 5) {
  identities(search: $search, integrationId: $integrationId, first: $first) {
    nodes {
      ...Person
    }
  }
}
    fragment Person on Identity {
  id
  userName
  integrationId
  externalId
  status
  enrollmentStatus
  passkeys {
    deviceName
    lastUsedAt
    revokedAt
  }
  openEnrollment {
    createdBy
    expiresAt
  }
  registration {
    desired
    confirmed
    state
    attempts
    lastError
    nextAttemptAt
    history(first: $events) {
      nodes {
        at
        kind
        desired
        confirmed
        note
      }
    }
  }
}`) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const RetryPersonDocument = new TypedDocumentString(`
    mutation RetryPerson($integrationId: ID!, $ids: [ID!]) {
  retryRegistrations(integrationId: $integrationId, identityIds: $ids)
}
    `) as unknown as TypedDocumentString<RetryPersonMutation, RetryPersonMutationVariables>;
export const EnrollPersonDocument = new TypedDocumentString(`
    mutation EnrollPerson($input: CreateEnrollmentInput!) {
  createEnrollment(input: $input) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<EnrollPersonMutation, EnrollPersonMutationVariables>;
export const PlacesDocument = new TypedDocumentString(`
    query Places($first: Int, $after: String) {
  directoryIntegrations(first: $first, after: $after) {
    nodes {
      ...Place
    }
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}
fragment Place on DirectoryIntegration {
  id
  name
  provider
  scimUrl
  registrationSync {
    oktaDomain
  }
}`) as unknown as TypedDocumentString<PlacesQuery, PlacesQueryVariables>;
export const RunDocument = new TypedDocumentString(`
    query Run($id: ID!) {
  reconciliationRun(id: $id) {
    ...Run
  }
}
    fragment Run on ReconciliationRun {
  id
  dryRun
  status
  requestedBy
  startedAt
  finishedAt
  examined
  drifted
  repaired
  failed
  oktaRequests
  error
}`) as unknown as TypedDocumentString<RunQuery, RunQueryVariables>;
export const ReconciledDocument = new TypedDocumentString(`
    query Reconciled($first: Int, $after: String) {
  directoryIntegrations(first: $first, after: $after) {
    nodes {
      id
      name
      provider
      registrationSync {
        registeredCount
        pausedReason
      }
    }
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<ReconciledQuery, ReconciledQueryVariables>;
export const StartRunDocument = new TypedDocumentString(`
    mutation StartRun($input: StartReconciliationInput!) {
  startReconciliation(input: $input) {
    ...Run
  }
}
    fragment Run on ReconciliationRun {
  id
  dryRun
  status
  requestedBy
  startedAt
  finishedAt
  examined
  drifted
  repaired
  failed
  oktaRequests
  error
}`) as unknown as TypedDocumentString<StartRunMutation, StartRunMutationVariables>;
export const RunDriftDocument = new TypedDocumentString(`
    query RunDrift($id: ID!, $first: Int) {
  reconciliationRun(id: $id) {
    drift(first: $first) {
      nodes {
        ...Drift
      }
    }
  }
}
    fragment Drift on Drift {
  oktaUserId
  kind
  repairedAt
  error
  identity {
    userName
  }
}`) as unknown as TypedDocumentString<RunDriftQuery, RunDriftQueryVariables>;
export const CancelRunDocument = new TypedDocumentString(`
    mutation CancelRun($id: ID!) {
  cancelReconciliation(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<CancelRunMutation, CancelRunMutationVariables>;
export const RunsDocument = new TypedDocumentString(`
    query Runs($id: ID!, $first: Int) {
  reconciliationRuns(integrationId: $id, first: $first) {
    nodes {
      ...Run
    }
  }
}
    fragment Run on ReconciliationRun {
  id
  dryRun
  status
  requestedBy
  startedAt
  finishedAt
  examined
  drifted
  repaired
  failed
  oktaRequests
  error
}`) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
export const RequestsDocument = new TypedDocumentString(`
    query Requests($id: ID!, $status: Int, $first: Int) {
  scimRequests(integrationId: $id, status: $status, first: $first) {
    nodes {
      ...Request
    }
  }
}
    fragment Request on ScimRequest {
  at
  method
  path
  status
  durationMs
  detail
  requestId
}`) as unknown as TypedDocumentString<RequestsQuery, RequestsQueryVariables>;
export const RoutingDocument = new TypedDocumentString(`
    query Routing($id: ID!) {
  directoryIntegration(id: $id) {
    signIn {
      ...Routing
    }
  }
}
    fragment Routing on SignIn {
  enabled
  issuer
  okta {
    identityProviderId
    identityProviderStatus
    routingRuleId
    routingActive
  }
}`) as unknown as TypedDocumentString<RoutingQuery, RoutingQueryVariables>;
export const SetRoutingDocument = new TypedDocumentString(`
    mutation SetRouting($id: ID!, $active: Boolean!) {
  setOktaRouting(integrationId: $id, active: $active) {
    ...Routing
  }
}
    fragment Routing on SignIn {
  enabled
  issuer
  okta {
    identityProviderId
    identityProviderStatus
    routingRuleId
    routingActive
  }
}`) as unknown as TypedDocumentString<SetRoutingMutation, SetRoutingMutationVariables>;
export const SyncStatusDocument = new TypedDocumentString(`
    query SyncStatus($first: Int, $after: String) {
  directoryIntegrations(first: $first, after: $after) {
    nodes {
      ...Synced
    }
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment Check on HealthCheck {
  name
  status
  message
}
fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}
fragment Synced on DirectoryIntegration {
  id
  name
  provider
  scimRegistration {
    authentication
  }
  registrationSync {
    ...Sync
  }
  health {
    checks {
      ...Check
    }
  }
}
fragment Sync on RegistrationSync {
  oktaDomain
  attribute
  enabled
  authMode
  pendingCount
  estimatedCompletionAt
  parkedCount
  heldCount
  registeredCount
  lastWriteAt
  pausedReason
  pausedAt
}`) as unknown as TypedDocumentString<SyncStatusQuery, SyncStatusQueryVariables>;
export const TroubleDocument = new TypedDocumentString(`
    query Trouble($id: ID, $first: Int) {
  parked: identities(integrationId: $id, registrationState: PARKED, first: $first) {
    ...Troubled
  }
  retrying: identities(
    integrationId: $id
    registrationState: RETRYING
    first: $first
  ) {
    ...Troubled
  }
  unlinked: identities(
    integrationId: $id
    registrationState: UNLINKED
    first: $first
  ) {
    ...Troubled
  }
}
    fragment Troubled on IdentityConnection {
  totalCount
  nodes {
    id
    userName
    registration {
      attempts
      lastError
      nextAttemptAt
    }
  }
}`) as unknown as TypedDocumentString<TroubleQuery, TroubleQueryVariables>;
export const PauseDocument = new TypedDocumentString(`
    mutation Pause($id: ID!, $reason: String) {
  pauseRegistrationSync(integrationId: $id, reason: $reason) {
    ...SyncState
  }
}
    fragment SyncState on DirectoryIntegration {
  registrationSync {
    enabled
    pausedReason
    pausedAt
    pendingCount
  }
}`) as unknown as TypedDocumentString<PauseMutation, PauseMutationVariables>;
export const ResumeDocument = new TypedDocumentString(`
    mutation Resume($id: ID!) {
  resumeRegistrationSync(integrationId: $id) {
    ...SyncState
  }
}
    fragment SyncState on DirectoryIntegration {
  registrationSync {
    enabled
    pausedReason
    pausedAt
    pendingCount
  }
}`) as unknown as TypedDocumentString<ResumeMutation, ResumeMutationVariables>;
export const RetryDocument = new TypedDocumentString(`
    mutation Retry($id: ID!, $people: [ID!]) {
  retryRegistrations(integrationId: $id, identityIds: $people)
}
    `) as unknown as TypedDocumentString<RetryMutation, RetryMutationVariables>;
export const NamesakesDocument = new TypedDocumentString(`
    query Namesakes($search: String, $integrationId: ID, $first: Int) {
  identities(search: $search, integrationId: $integrationId, first: $first) {
    nodes {
      id
      userName
    }
  }
}
    `) as unknown as TypedDocumentString<NamesakesQuery, NamesakesQueryVariables>;
export const SetCapDocument = new TypedDocumentString(`
    mutation SetCap($id: ID!, $ratio: Float!) {
  setDirectoryChangeCap(integrationId: $id, ratio: $ratio) {
    id
  }
}
    `) as unknown as TypedDocumentString<SetCapMutation, SetCapMutationVariables>;
export const ApproveHeldDocument = new TypedDocumentString(`
    mutation ApproveHeld($id: ID!) {
  people: approveHeldRegistrations(integrationId: $id)
}
    `) as unknown as TypedDocumentString<ApproveHeldMutation, ApproveHeldMutationVariables>;
export const DiscardHeldDocument = new TypedDocumentString(`
    mutation DiscardHeld($id: ID!) {
  people: discardHeldRegistrations(integrationId: $id)
}
    `) as unknown as TypedDocumentString<DiscardHeldMutation, DiscardHeldMutationVariables>;