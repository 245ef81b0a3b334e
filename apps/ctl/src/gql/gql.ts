/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query AuditEvents($integrationId: ID, $action: String, $first: Int) {\n    auditEvents(integrationId: $integrationId, action: $action, first: $first) { nodes { ...AuditEvent } }\n  }\n": typeof types.AuditEventsDocument,
    "fragment AuditEvent on AuditEvent { at actorType actorName action subjectType subjectId detail }": typeof types.AuditEventFragmentDoc,
    "\n  query VerifyAudit($tenantId: ID, $sequence: Int, $hash: String) {\n    verifyAuditChain(tenantId: $tenantId, sequence: $sequence, hash: $hash) { ...Verified }\n  }\n": typeof types.VerifyAuditDocument,
    "\n  fragment Verified on AuditVerification {\n    sequence hash verified prunedEvents done\n    broken { kind sequence eventId missingEvents }\n  }\n": typeof types.VerifiedFragmentDoc,
    "query OwnTenant { viewer { tenant { id } } }": typeof types.OwnTenantDocument,
    "query ChainHeads { auditChainHeads { ...TenantHead } }": typeof types.ChainHeadsDocument,
    "fragment TenantHead on TenantAuditChainHead { tenantId tenantName sequence hash events unsealed }": typeof types.TenantHeadFragmentDoc,
    "fragment Credential on ScimCredential { id type name lastFour createdAt expiresAt lastUsedAt revokedAt }": typeof types.CredentialFragmentDoc,
    "\n  query Credentials($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) {\n      nodes { id name provider credentials { ...Credential } }\n      pageInfo { ...PageEnd }\n    }\n  }\n": typeof types.CredentialsDocument,
    "\n  mutation GenerateToken($input: GenerateBearerTokenInput!) {\n    generateBearerToken(input: $input) { token scimUrl credential { id } }\n  }\n": typeof types.GenerateTokenDocument,
    "\n  mutation RevokeCredential($id: ID!) { revokeScimCredential(id: $id) { id lastFour } }\n": typeof types.RevokeCredentialDocument,
    "mutation Check($id: ID!) { checkIntegration(id: $id) { checks { ...Check } } }": typeof types.CheckDocument,
    "fragment Check on HealthCheck { name status message }": typeof types.CheckFragmentDoc,
    "\n  fragment Batch on EnrollmentBatch {\n    id status groupId total examined created kept error createdBy createdAt finishedAt linksUntil\n  }\n": typeof types.BatchFragmentDoc,
    "query FindBatch($id: ID!) { enrollmentBatch(id: $id) { ...Batch } }": typeof types.FindBatchDocument,
    "\n  mutation CreateEnrollments($input: CreateEnrollmentsInput!) { createEnrollments(input: $input) { ...Batch } }\n": typeof types.CreateEnrollmentsDocument,
    "query Batches($id: ID!) { enrollmentBatches(integrationId: $id) { ...Batch } }": typeof types.BatchesDocument,
    "mutation CancelBatch($id: ID!) { batch: cancelEnrollmentBatch(id: $id) { ...Batch } }": typeof types.CancelBatchDocument,
    "mutation DiscardLinks($id: ID!) { batch: discardEnrollmentLinks(batchId: $id) { ...Batch } }": typeof types.DiscardLinksDocument,
    "\n  query FindGroup($integrationId: ID!, $idOrName: String!, $id: ID!, $first: Int) {\n    group(id: $id) { id displayName }\n    groups(integrationId: $integrationId, search: $idOrName, first: $first) { nodes { id displayName } }\n  }\n": typeof types.FindGroupDocument,
    "\n  mutation FetchLinks($batchId: ID!, $from: String) {\n    fetchEnrollmentLinks(batchId: $batchId, from: $from) { links { userName displayName email url expiresAt } next }\n  }\n": typeof types.FetchLinksDocument,
    "\n  query SignInRoute($id: ID!, $userName: String!) {\n    signInRoute(integrationId: $id, userName: $userName) { userName destination ruleName canSignIn reasons }\n  }\n": typeof types.SignInRouteDocument,
    "fragment PageEnd on PageInfo { hasNextPage endCursor }": typeof types.PageEndFragmentDoc,
    "\n  query IntegrationNames($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) { nodes { id name } pageInfo { ...PageEnd } }\n  }\n": typeof types.IntegrationNamesDocument,
    "\n  query Integrations($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) { nodes { ...Integration } pageInfo { ...PageEnd } }\n  }\n": typeof types.IntegrationsDocument,
    "\n  fragment Integration on DirectoryIntegration {\n    id name provider identityCount groupCount lastScimRequestAt\n    registrationSync { enabled pausedReason }\n  }\n": typeof types.IntegrationFragmentDoc,
    "mutation RotateKeys { rotateEncryptionKeys }": typeof types.RotateKeysDocument,
    "\n  query People($search: String, $integrationId: ID, $first: Int, $events: Int = 5) {\n    identities(search: $search, integrationId: $integrationId, first: $first) { nodes { ...Person } }\n  }\n": typeof types.PeopleDocument,
    "\n  fragment Person on Identity {\n    id userName integrationId externalId status enrollmentStatus\n    passkeys { deviceName lastUsedAt revokedAt }\n    openEnrollment { createdBy expiresAt }\n    registration {\n      desired confirmed state attempts lastError nextAttemptAt\n      history(first: $events) { nodes { at kind desired confirmed note } }\n    }\n  }\n": typeof types.PersonFragmentDoc,
    "\n  mutation RetryPerson($integrationId: ID!, $ids: [ID!]) {\n    retryRegistrations(integrationId: $integrationId, identityIds: $ids)\n  }\n": typeof types.RetryPersonDocument,
    "\n  mutation EnrollPerson($input: CreateEnrollmentInput!) { createEnrollment(input: $input) { url expiresAt } }\n": typeof types.EnrollPersonDocument,
    "\n  query Places($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) { nodes { ...Place } pageInfo { ...PageEnd } }\n  }\n": typeof types.PlacesDocument,
    "\n  fragment Place on DirectoryIntegration {\n    id name provider scimUrl\n    registrationSync { oktaDomain }\n  }\n": typeof types.PlaceFragmentDoc,
    "query Run($id: ID!) { reconciliationRun(id: $id) { ...Run } }": typeof types.RunDocument,
    "\n  query Reconciled($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) {\n      nodes { id name provider registrationSync { registeredCount pausedReason } }\n      pageInfo { ...PageEnd }\n    }\n  }\n": typeof types.ReconciledDocument,
    "\n  mutation StartRun($input: StartReconciliationInput!) { startReconciliation(input: $input) { ...Run } }\n": typeof types.StartRunDocument,
    "\n  query RunDrift($id: ID!, $first: Int) {\n    reconciliationRun(id: $id) { drift(first: $first) { nodes { ...Drift } } }\n  }\n": typeof types.RunDriftDocument,
    "fragment Drift on Drift { oktaUserId kind repairedAt error identity { userName } }": typeof types.DriftFragmentDoc,
    "\n  fragment Run on ReconciliationRun {\n    id dryRun status requestedBy startedAt finishedAt examined drifted repaired failed oktaRequests error\n  }\n": typeof types.RunFragmentDoc,
    "mutation CancelRun($id: ID!) { cancelReconciliation(id: $id) { id } }": typeof types.CancelRunDocument,
    "\n  query Runs($id: ID!, $first: Int) {\n    reconciliationRuns(integrationId: $id, first: $first) { nodes { ...Run } }\n  }\n": typeof types.RunsDocument,
    "\n  query Requests($id: ID!, $status: Int, $first: Int) {\n    scimRequests(integrationId: $id, status: $status, first: $first) { nodes { ...Request } }\n  }\n": typeof types.RequestsDocument,
    "fragment Request on ScimRequest { at method path status durationMs detail requestId }": typeof types.RequestFragmentDoc,
    "\n  fragment Routing on SignIn {\n    enabled issuer\n    okta { identityProviderId identityProviderStatus routingRuleId routingActive }\n  }\n": typeof types.RoutingFragmentDoc,
    "query Routing($id: ID!) { directoryIntegration(id: $id) { signIn { ...Routing } } }": typeof types.RoutingDocument,
    "\n  mutation SetRouting($id: ID!, $active: Boolean!) {\n    setOktaRouting(integrationId: $id, active: $active) { ...Routing }\n  }\n": typeof types.SetRoutingDocument,
    "\n  query SyncStatus($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) { nodes { ...Synced } pageInfo { ...PageEnd } }\n  }\n": typeof types.SyncStatusDocument,
    "\n  fragment Synced on DirectoryIntegration {\n    id name provider scimRegistration { authentication } registrationSync { ...Sync }\n    health { checks { ...Check } }\n  }\n": typeof types.SyncedFragmentDoc,
    "\n  fragment Sync on RegistrationSync {\n    oktaDomain attribute enabled authMode pendingCount estimatedCompletionAt parkedCount heldCount\n    registeredCount lastWriteAt pausedReason pausedAt\n  }\n": typeof types.SyncFragmentDoc,
    "\n  query Trouble($id: ID, $first: Int) {\n    parked: identities(integrationId: $id, registrationState: PARKED, first: $first) { ...Troubled }\n    retrying: identities(integrationId: $id, registrationState: RETRYING, first: $first) { ...Troubled }\n    unlinked: identities(integrationId: $id, registrationState: UNLINKED, first: $first) { ...Troubled }\n  }\n": typeof types.TroubleDocument,
    "\n  fragment Troubled on IdentityConnection {\n    totalCount\n    nodes { id userName registration { attempts lastError nextAttemptAt } }\n  }\n": typeof types.TroubledFragmentDoc,
    "\n  fragment SyncState on DirectoryIntegration {\n    registrationSync { enabled pausedReason pausedAt pendingCount }\n  }\n": typeof types.SyncStateFragmentDoc,
    "\n  mutation Pause($id: ID!, $reason: String) {\n    pauseRegistrationSync(integrationId: $id, reason: $reason) { ...SyncState }\n  }\n": typeof types.PauseDocument,
    "mutation Resume($id: ID!) { resumeRegistrationSync(integrationId: $id) { ...SyncState } }": typeof types.ResumeDocument,
    "\n  mutation Retry($id: ID!, $people: [ID!]) { retryRegistrations(integrationId: $id, identityIds: $people) }\n": typeof types.RetryDocument,
    "\n  query Namesakes($search: String, $integrationId: ID, $first: Int) {\n    identities(search: $search, integrationId: $integrationId, first: $first) { nodes { id userName } }\n  }\n": typeof types.NamesakesDocument,
    "\n  mutation SetCap($id: ID!, $ratio: Float!) {\n    setDirectoryChangeCap(integrationId: $id, ratio: $ratio) { id }\n  }\n": typeof types.SetCapDocument,
    "mutation ApproveHeld($id: ID!) { people: approveHeldRegistrations(integrationId: $id) }": typeof types.ApproveHeldDocument,
    "mutation DiscardHeld($id: ID!) { people: discardHeldRegistrations(integrationId: $id) }": typeof types.DiscardHeldDocument,
};
const documents: Documents = {
    "\n  query AuditEvents($integrationId: ID, $action: String, $first: Int) {\n    auditEvents(integrationId: $integrationId, action: $action, first: $first) { nodes { ...AuditEvent } }\n  }\n": types.AuditEventsDocument,
    "fragment AuditEvent on AuditEvent { at actorType actorName action subjectType subjectId detail }": types.AuditEventFragmentDoc,
    "\n  query VerifyAudit($tenantId: ID, $sequence: Int, $hash: String) {\n    verifyAuditChain(tenantId: $tenantId, sequence: $sequence, hash: $hash) { ...Verified }\n  }\n": types.VerifyAuditDocument,
    "\n  fragment Verified on AuditVerification {\n    sequence hash verified prunedEvents done\n    broken { kind sequence eventId missingEvents }\n  }\n": types.VerifiedFragmentDoc,
    "query OwnTenant { viewer { tenant { id } } }": types.OwnTenantDocument,
    "query ChainHeads { auditChainHeads { ...TenantHead } }": types.ChainHeadsDocument,
    "fragment TenantHead on TenantAuditChainHead { tenantId tenantName sequence hash events unsealed }": types.TenantHeadFragmentDoc,
    "fragment Credential on ScimCredential { id type name lastFour createdAt expiresAt lastUsedAt revokedAt }": types.CredentialFragmentDoc,
    "\n  query Credentials($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) {\n      nodes { id name provider credentials { ...Credential } }\n      pageInfo { ...PageEnd }\n    }\n  }\n": types.CredentialsDocument,
    "\n  mutation GenerateToken($input: GenerateBearerTokenInput!) {\n    generateBearerToken(input: $input) { token scimUrl credential { id } }\n  }\n": types.GenerateTokenDocument,
    "\n  mutation RevokeCredential($id: ID!) { revokeScimCredential(id: $id) { id lastFour } }\n": types.RevokeCredentialDocument,
    "mutation Check($id: ID!) { checkIntegration(id: $id) { checks { ...Check } } }": types.CheckDocument,
    "fragment Check on HealthCheck { name status message }": types.CheckFragmentDoc,
    "\n  fragment Batch on EnrollmentBatch {\n    id status groupId total examined created kept error createdBy createdAt finishedAt linksUntil\n  }\n": types.BatchFragmentDoc,
    "query FindBatch($id: ID!) { enrollmentBatch(id: $id) { ...Batch } }": types.FindBatchDocument,
    "\n  mutation CreateEnrollments($input: CreateEnrollmentsInput!) { createEnrollments(input: $input) { ...Batch } }\n": types.CreateEnrollmentsDocument,
    "query Batches($id: ID!) { enrollmentBatches(integrationId: $id) { ...Batch } }": types.BatchesDocument,
    "mutation CancelBatch($id: ID!) { batch: cancelEnrollmentBatch(id: $id) { ...Batch } }": types.CancelBatchDocument,
    "mutation DiscardLinks($id: ID!) { batch: discardEnrollmentLinks(batchId: $id) { ...Batch } }": types.DiscardLinksDocument,
    "\n  query FindGroup($integrationId: ID!, $idOrName: String!, $id: ID!, $first: Int) {\n    group(id: $id) { id displayName }\n    groups(integrationId: $integrationId, search: $idOrName, first: $first) { nodes { id displayName } }\n  }\n": types.FindGroupDocument,
    "\n  mutation FetchLinks($batchId: ID!, $from: String) {\n    fetchEnrollmentLinks(batchId: $batchId, from: $from) { links { userName displayName email url expiresAt } next }\n  }\n": types.FetchLinksDocument,
    "\n  query SignInRoute($id: ID!, $userName: String!) {\n    signInRoute(integrationId: $id, userName: $userName) { userName destination ruleName canSignIn reasons }\n  }\n": types.SignInRouteDocument,
    "fragment PageEnd on PageInfo { hasNextPage endCursor }": types.PageEndFragmentDoc,
    "\n  query IntegrationNames($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) { nodes { id name } pageInfo { ...PageEnd } }\n  }\n": types.IntegrationNamesDocument,
    "\n  query Integrations($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) { nodes { ...Integration } pageInfo { ...PageEnd } }\n  }\n": types.IntegrationsDocument,
    "\n  fragment Integration on DirectoryIntegration {\n    id name provider identityCount groupCount lastScimRequestAt\n    registrationSync { enabled pausedReason }\n  }\n": types.IntegrationFragmentDoc,
    "mutation RotateKeys { rotateEncryptionKeys }": types.RotateKeysDocument,
    "\n  query People($search: String, $integrationId: ID, $first: Int, $events: Int = 5) {\n    identities(search: $search, integrationId: $integrationId, first: $first) { nodes { ...Person } }\n  }\n": types.PeopleDocument,
    "\n  fragment Person on Identity {\n    id userName integrationId externalId status enrollmentStatus\n    passkeys { deviceName lastUsedAt revokedAt }\n    openEnrollment { createdBy expiresAt }\n    registration {\n      desired confirmed state attempts lastError nextAttemptAt\n      history(first: $events) { nodes { at kind desired confirmed note } }\n    }\n  }\n": types.PersonFragmentDoc,
    "\n  mutation RetryPerson($integrationId: ID!, $ids: [ID!]) {\n    retryRegistrations(integrationId: $integrationId, identityIds: $ids)\n  }\n": types.RetryPersonDocument,
    "\n  mutation EnrollPerson($input: CreateEnrollmentInput!) { createEnrollment(input: $input) { url expiresAt } }\n": types.EnrollPersonDocument,
    "\n  query Places($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) { nodes { ...Place } pageInfo { ...PageEnd } }\n  }\n": types.PlacesDocument,
    "\n  fragment Place on DirectoryIntegration {\n    id name provider scimUrl\n    registrationSync { oktaDomain }\n  }\n": types.PlaceFragmentDoc,
    "query Run($id: ID!) { reconciliationRun(id: $id) { ...Run } }": types.RunDocument,
    "\n  query Reconciled($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) {\n      nodes { id name provider registrationSync { registeredCount pausedReason } }\n      pageInfo { ...PageEnd }\n    }\n  }\n": types.ReconciledDocument,
    "\n  mutation StartRun($input: StartReconciliationInput!) { startReconciliation(input: $input) { ...Run } }\n": types.StartRunDocument,
    "\n  query RunDrift($id: ID!, $first: Int) {\n    reconciliationRun(id: $id) { drift(first: $first) { nodes { ...Drift } } }\n  }\n": types.RunDriftDocument,
    "fragment Drift on Drift { oktaUserId kind repairedAt error identity { userName } }": types.DriftFragmentDoc,
    "\n  fragment Run on ReconciliationRun {\n    id dryRun status requestedBy startedAt finishedAt examined drifted repaired failed oktaRequests error\n  }\n": types.RunFragmentDoc,
    "mutation CancelRun($id: ID!) { cancelReconciliation(id: $id) { id } }": types.CancelRunDocument,
    "\n  query Runs($id: ID!, $first: Int) {\n    reconciliationRuns(integrationId: $id, first: $first) { nodes { ...Run } }\n  }\n": types.RunsDocument,
    "\n  query Requests($id: ID!, $status: Int, $first: Int) {\n    scimRequests(integrationId: $id, status: $status, first: $first) { nodes { ...Request } }\n  }\n": types.RequestsDocument,
    "fragment Request on ScimRequest { at method path status durationMs detail requestId }": types.RequestFragmentDoc,
    "\n  fragment Routing on SignIn {\n    enabled issuer\n    okta { identityProviderId identityProviderStatus routingRuleId routingActive }\n  }\n": types.RoutingFragmentDoc,
    "query Routing($id: ID!) { directoryIntegration(id: $id) { signIn { ...Routing } } }": types.RoutingDocument,
    "\n  mutation SetRouting($id: ID!, $active: Boolean!) {\n    setOktaRouting(integrationId: $id, active: $active) { ...Routing }\n  }\n": types.SetRoutingDocument,
    "\n  query SyncStatus($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) { nodes { ...Synced } pageInfo { ...PageEnd } }\n  }\n": types.SyncStatusDocument,
    "\n  fragment Synced on DirectoryIntegration {\n    id name provider scimRegistration { authentication } registrationSync { ...Sync }\n    health { checks { ...Check } }\n  }\n": types.SyncedFragmentDoc,
    "\n  fragment Sync on RegistrationSync {\n    oktaDomain attribute enabled authMode pendingCount estimatedCompletionAt parkedCount heldCount\n    registeredCount lastWriteAt pausedReason pausedAt\n  }\n": types.SyncFragmentDoc,
    "\n  query Trouble($id: ID, $first: Int) {\n    parked: identities(integrationId: $id, registrationState: PARKED, first: $first) { ...Troubled }\n    retrying: identities(integrationId: $id, registrationState: RETRYING, first: $first) { ...Troubled }\n    unlinked: identities(integrationId: $id, registrationState: UNLINKED, first: $first) { ...Troubled }\n  }\n": types.TroubleDocument,
    "\n  fragment Troubled on IdentityConnection {\n    totalCount\n    nodes { id userName registration { attempts lastError nextAttemptAt } }\n  }\n": types.TroubledFragmentDoc,
    "\n  fragment SyncState on DirectoryIntegration {\n    registrationSync { enabled pausedReason pausedAt pendingCount }\n  }\n": types.SyncStateFragmentDoc,
    "\n  mutation Pause($id: ID!, $reason: String) {\n    pauseRegistrationSync(integrationId: $id, reason: $reason) { ...SyncState }\n  }\n": types.PauseDocument,
    "mutation Resume($id: ID!) { resumeRegistrationSync(integrationId: $id) { ...SyncState } }": types.ResumeDocument,
    "\n  mutation Retry($id: ID!, $people: [ID!]) { retryRegistrations(integrationId: $id, identityIds: $people) }\n": types.RetryDocument,
    "\n  query Namesakes($search: String, $integrationId: ID, $first: Int) {\n    identities(search: $search, integrationId: $integrationId, first: $first) { nodes { id userName } }\n  }\n": types.NamesakesDocument,
    "\n  mutation SetCap($id: ID!, $ratio: Float!) {\n    setDirectoryChangeCap(integrationId: $id, ratio: $ratio) { id }\n  }\n": types.SetCapDocument,
    "mutation ApproveHeld($id: ID!) { people: approveHeldRegistrations(integrationId: $id) }": types.ApproveHeldDocument,
    "mutation DiscardHeld($id: ID!) { people: discardHeldRegistrations(integrationId: $id) }": types.DiscardHeldDocument,
};

/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query AuditEvents($integrationId: ID, $action: String, $first: Int) {\n    auditEvents(integrationId: $integrationId, action: $action, first: $first) { nodes { ...AuditEvent } }\n  }\n"): typeof import('./graphql.js').AuditEventsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "fragment AuditEvent on AuditEvent { at actorType actorName action subjectType subjectId detail }"): typeof import('./graphql.js').AuditEventFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query VerifyAudit($tenantId: ID, $sequence: Int, $hash: String) {\n    verifyAuditChain(tenantId: $tenantId, sequence: $sequence, hash: $hash) { ...Verified }\n  }\n"): typeof import('./graphql.js').VerifyAuditDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment Verified on AuditVerification {\n    sequence hash verified prunedEvents done\n    broken { kind sequence eventId missingEvents }\n  }\n"): typeof import('./graphql.js').VerifiedFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query OwnTenant { viewer { tenant { id } } }"): typeof import('./graphql.js').OwnTenantDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query ChainHeads { auditChainHeads { ...TenantHead } }"): typeof import('./graphql.js').ChainHeadsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "fragment TenantHead on TenantAuditChainHead { tenantId tenantName sequence hash events unsealed }"): typeof import('./graphql.js').TenantHeadFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "fragment Credential on ScimCredential { id type name lastFour createdAt expiresAt lastUsedAt revokedAt }"): typeof import('./graphql.js').CredentialFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Credentials($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) {\n      nodes { id name provider credentials { ...Credential } }\n      pageInfo { ...PageEnd }\n    }\n  }\n"): typeof import('./graphql.js').CredentialsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GenerateToken($input: GenerateBearerTokenInput!) {\n    generateBearerToken(input: $input) { token scimUrl credential { id } }\n  }\n"): typeof import('./graphql.js').GenerateTokenDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation RevokeCredential($id: ID!) { revokeScimCredential(id: $id) { id lastFour } }\n"): typeof import('./graphql.js').RevokeCredentialDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "mutation Check($id: ID!) { checkIntegration(id: $id) { checks { ...Check } } }"): typeof import('./graphql.js').CheckDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "fragment Check on HealthCheck { name status message }"): typeof import('./graphql.js').CheckFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment Batch on EnrollmentBatch {\n    id status groupId total examined created kept error createdBy createdAt finishedAt linksUntil\n  }\n"): typeof import('./graphql.js').BatchFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query FindBatch($id: ID!) { enrollmentBatch(id: $id) { ...Batch } }"): typeof import('./graphql.js').FindBatchDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CreateEnrollments($input: CreateEnrollmentsInput!) { createEnrollments(input: $input) { ...Batch } }\n"): typeof import('./graphql.js').CreateEnrollmentsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query Batches($id: ID!) { enrollmentBatches(integrationId: $id) { ...Batch } }"): typeof import('./graphql.js').BatchesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "mutation CancelBatch($id: ID!) { batch: cancelEnrollmentBatch(id: $id) { ...Batch } }"): typeof import('./graphql.js').CancelBatchDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "mutation DiscardLinks($id: ID!) { batch: discardEnrollmentLinks(batchId: $id) { ...Batch } }"): typeof import('./graphql.js').DiscardLinksDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query FindGroup($integrationId: ID!, $idOrName: String!, $id: ID!, $first: Int) {\n    group(id: $id) { id displayName }\n    groups(integrationId: $integrationId, search: $idOrName, first: $first) { nodes { id displayName } }\n  }\n"): typeof import('./graphql.js').FindGroupDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation FetchLinks($batchId: ID!, $from: String) {\n    fetchEnrollmentLinks(batchId: $batchId, from: $from) { links { userName displayName email url expiresAt } next }\n  }\n"): typeof import('./graphql.js').FetchLinksDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query SignInRoute($id: ID!, $userName: String!) {\n    signInRoute(integrationId: $id, userName: $userName) { userName destination ruleName canSignIn reasons }\n  }\n"): typeof import('./graphql.js').SignInRouteDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "fragment PageEnd on PageInfo { hasNextPage endCursor }"): typeof import('./graphql.js').PageEndFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query IntegrationNames($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) { nodes { id name } pageInfo { ...PageEnd } }\n  }\n"): typeof import('./graphql.js').IntegrationNamesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Integrations($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) { nodes { ...Integration } pageInfo { ...PageEnd } }\n  }\n"): typeof import('./graphql.js').IntegrationsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment Integration on DirectoryIntegration {\n    id name provider identityCount groupCount lastScimRequestAt\n    registrationSync { enabled pausedReason }\n  }\n"): typeof import('./graphql.js').IntegrationFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "mutation RotateKeys { rotateEncryptionKeys }"): typeof import('./graphql.js').RotateKeysDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query People($search: String, $integrationId: ID, $first: Int, $events: Int = 5) {\n    identities(search: $search, integrationId: $integrationId, first: $first) { nodes { ...Person } }\n  }\n"): typeof import('./graphql.js').PeopleDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment Person on Identity {\n    id userName integrationId externalId status enrollmentStatus\n    passkeys { deviceName lastUsedAt revokedAt }\n    openEnrollment { createdBy expiresAt }\n    registration {\n      desired confirmed state attempts lastError nextAttemptAt\n      history(first: $events) { nodes { at kind desired confirmed note } }\n    }\n  }\n"): typeof import('./graphql.js').PersonFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation RetryPerson($integrationId: ID!, $ids: [ID!]) {\n    retryRegistrations(integrationId: $integrationId, identityIds: $ids)\n  }\n"): typeof import('./graphql.js').RetryPersonDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation EnrollPerson($input: CreateEnrollmentInput!) { createEnrollment(input: $input) { url expiresAt } }\n"): typeof import('./graphql.js').EnrollPersonDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Places($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) { nodes { ...Place } pageInfo { ...PageEnd } }\n  }\n"): typeof import('./graphql.js').PlacesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment Place on DirectoryIntegration {\n    id name provider scimUrl\n    registrationSync { oktaDomain }\n  }\n"): typeof import('./graphql.js').PlaceFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query Run($id: ID!) { reconciliationRun(id: $id) { ...Run } }"): typeof import('./graphql.js').RunDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Reconciled($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) {\n      nodes { id name provider registrationSync { registeredCount pausedReason } }\n      pageInfo { ...PageEnd }\n    }\n  }\n"): typeof import('./graphql.js').ReconciledDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation StartRun($input: StartReconciliationInput!) { startReconciliation(input: $input) { ...Run } }\n"): typeof import('./graphql.js').StartRunDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query RunDrift($id: ID!, $first: Int) {\n    reconciliationRun(id: $id) { drift(first: $first) { nodes { ...Drift } } }\n  }\n"): typeof import('./graphql.js').RunDriftDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "fragment Drift on Drift { oktaUserId kind repairedAt error identity { userName } }"): typeof import('./graphql.js').DriftFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment Run on ReconciliationRun {\n    id dryRun status requestedBy startedAt finishedAt examined drifted repaired failed oktaRequests error\n  }\n"): typeof import('./graphql.js').RunFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "mutation CancelRun($id: ID!) { cancelReconciliation(id: $id) { id } }"): typeof import('./graphql.js').CancelRunDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Runs($id: ID!, $first: Int) {\n    reconciliationRuns(integrationId: $id, first: $first) { nodes { ...Run } }\n  }\n"): typeof import('./graphql.js').RunsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Requests($id: ID!, $status: Int, $first: Int) {\n    scimRequests(integrationId: $id, status: $status, first: $first) { nodes { ...Request } }\n  }\n"): typeof import('./graphql.js').RequestsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "fragment Request on ScimRequest { at method path status durationMs detail requestId }"): typeof import('./graphql.js').RequestFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment Routing on SignIn {\n    enabled issuer\n    okta { identityProviderId identityProviderStatus routingRuleId routingActive }\n  }\n"): typeof import('./graphql.js').RoutingFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query Routing($id: ID!) { directoryIntegration(id: $id) { signIn { ...Routing } } }"): typeof import('./graphql.js').RoutingDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation SetRouting($id: ID!, $active: Boolean!) {\n    setOktaRouting(integrationId: $id, active: $active) { ...Routing }\n  }\n"): typeof import('./graphql.js').SetRoutingDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query SyncStatus($first: Int, $after: String) {\n    directoryIntegrations(first: $first, after: $after) { nodes { ...Synced } pageInfo { ...PageEnd } }\n  }\n"): typeof import('./graphql.js').SyncStatusDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment Synced on DirectoryIntegration {\n    id name provider scimRegistration { authentication } registrationSync { ...Sync }\n    health { checks { ...Check } }\n  }\n"): typeof import('./graphql.js').SyncedFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment Sync on RegistrationSync {\n    oktaDomain attribute enabled authMode pendingCount estimatedCompletionAt parkedCount heldCount\n    registeredCount lastWriteAt pausedReason pausedAt\n  }\n"): typeof import('./graphql.js').SyncFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Trouble($id: ID, $first: Int) {\n    parked: identities(integrationId: $id, registrationState: PARKED, first: $first) { ...Troubled }\n    retrying: identities(integrationId: $id, registrationState: RETRYING, first: $first) { ...Troubled }\n    unlinked: identities(integrationId: $id, registrationState: UNLINKED, first: $first) { ...Troubled }\n  }\n"): typeof import('./graphql.js').TroubleDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment Troubled on IdentityConnection {\n    totalCount\n    nodes { id userName registration { attempts lastError nextAttemptAt } }\n  }\n"): typeof import('./graphql.js').TroubledFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment SyncState on DirectoryIntegration {\n    registrationSync { enabled pausedReason pausedAt pendingCount }\n  }\n"): typeof import('./graphql.js').SyncStateFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation Pause($id: ID!, $reason: String) {\n    pauseRegistrationSync(integrationId: $id, reason: $reason) { ...SyncState }\n  }\n"): typeof import('./graphql.js').PauseDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "mutation Resume($id: ID!) { resumeRegistrationSync(integrationId: $id) { ...SyncState } }"): typeof import('./graphql.js').ResumeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation Retry($id: ID!, $people: [ID!]) { retryRegistrations(integrationId: $id, identityIds: $people) }\n"): typeof import('./graphql.js').RetryDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Namesakes($search: String, $integrationId: ID, $first: Int) {\n    identities(search: $search, integrationId: $integrationId, first: $first) { nodes { id userName } }\n  }\n"): typeof import('./graphql.js').NamesakesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation SetCap($id: ID!, $ratio: Float!) {\n    setDirectoryChangeCap(integrationId: $id, ratio: $ratio) { id }\n  }\n"): typeof import('./graphql.js').SetCapDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "mutation ApproveHeld($id: ID!) { people: approveHeldRegistrations(integrationId: $id) }"): typeof import('./graphql.js').ApproveHeldDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "mutation DiscardHeld($id: ID!) { people: discardHeldRegistrations(integrationId: $id) }"): typeof import('./graphql.js').DiscardHeldDocument;


export function gql(source: string) {
  return (documents as any)[source] ?? {};
}
