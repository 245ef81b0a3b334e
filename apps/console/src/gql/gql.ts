/* eslint-disable */
import * as types from './graphql';



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
    "\n  query AdminTokens($first: Int, $after: String) {\n    adminTokens(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        role\n        lastFour\n        createdAt\n        expiresAt\n        lastUsedAt\n        revokedAt\n      }\n    }\n  }\n": typeof types.AdminTokensDocument,
    "\n  mutation CreateAdminToken($input: CreateAdminTokenInput!) {\n    createAdminToken(input: $input) {\n      token\n      adminToken {\n        id\n        name\n        role\n      }\n    }\n  }\n": typeof types.CreateAdminTokenDocument,
    "\n  mutation RevokeAdminToken($id: ID!) {\n    revokeAdminToken(id: $id) {\n      id\n      revokedAt\n    }\n  }\n": typeof types.RevokeAdminTokenDocument,
    "\n  query Sessions($all: Boolean, $first: Int, $after: String) {\n    sessions(all: $all, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        role\n        current\n        byPasskey\n        browser\n        createdAt\n        lastSeenAt\n        expiresAt\n      }\n    }\n  }\n": typeof types.SessionsDocument,
    "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      id\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation EndOtherSessions {\n    endOtherSessions\n  }\n": typeof types.EndOtherSessionsDocument,
    "\n  query AdminPasskeys {\n    adminPasskeys(first: 50) {\n      nodes {\n        id\n        name\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n": typeof types.AdminPasskeysDocument,
    "\n  mutation RemoveAdminPasskey($id: ID!) {\n    removeAdminPasskey(id: $id) {\n      id\n    }\n  }\n": typeof types.RemoveAdminPasskeyDocument,
    "\n  query AuditEvents(\n    $integrationId: ID\n    $actions: [AuditAction!]\n    $actor: String\n    $identityId: ID\n    $since: DateTime\n    $until: DateTime\n    $first: Int\n    $after: String\n  ) {\n    auditEvents(\n      integrationId: $integrationId\n      actions: $actions\n      actor: $actor\n      identityId: $identityId\n      since: $since\n      until: $until\n      first: $first\n      after: $after\n    ) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        at\n        actorType\n        actorName\n        action\n        kind\n        integrationId\n        subjectType\n        subjectId\n        data\n        requestId\n      }\n    }\n  }\n": typeof types.AuditEventsDocument,
    "\n  mutation GenerateBearerToken($input: GenerateBearerTokenInput!) {\n    generateBearerToken(input: $input) {\n      token\n      scimUrl\n      credential {\n        ...CredentialFields\n      }\n    }\n  }\n": typeof types.GenerateBearerTokenDocument,
    "\n  mutation GenerateClientCredentials($input: GenerateClientCredentialsInput!) {\n    generateClientCredentials(input: $input) {\n      clientId\n      clientSecret\n      tokenEndpoint\n      scimUrl\n      credential {\n        ...CredentialFields\n      }\n    }\n  }\n": typeof types.GenerateClientCredentialsDocument,
    "\n  mutation RevokeCredential($id: ID!) {\n    revokeScimCredential(id: $id) {\n      id\n      revokedAt\n    }\n  }\n": typeof types.RevokeCredentialDocument,
    "\n  query EventHook($id: ID!) {\n    directoryIntegration(id: $id) {\n      id\n      eventHook {\n        url\n        lastFour\n        createdAt\n        verifiedAt\n        lastEventAt\n      }\n    }\n  }\n": typeof types.EventHookDocument,
    "\n  mutation ConfigureEventHook($input: ConfigureEventHookInput!) {\n    configureEventHook(input: $input) {\n      url\n      secret\n    }\n  }\n": typeof types.ConfigureEventHookDocument,
    "\n  fragment BatchFields on EnrollmentBatch {\n    id\n    status\n    createdBy\n    createdAt\n    total\n    examined\n    created\n    kept\n    error\n    linksUntil\n  }\n": typeof types.BatchFieldsFragmentDoc,
    "\n  query EnrollmentBatches($integrationId: ID!, $groupId: ID) {\n    enrollmentBatches(integrationId: $integrationId, groupId: $groupId) {\n      ...BatchFields\n    }\n  }\n": typeof types.EnrollmentBatchesDocument,
    "\n  mutation CreateEnrollments($input: CreateEnrollmentsInput!) {\n    createEnrollments(input: $input) {\n      ...BatchFields\n    }\n  }\n": typeof types.CreateEnrollmentsDocument,
    "\n  mutation CancelEnrollmentBatch($id: ID!) {\n    cancelEnrollmentBatch(id: $id) {\n      ...BatchFields\n    }\n  }\n": typeof types.CancelEnrollmentBatchDocument,
    "\n  mutation FetchEnrollmentLinks($batchId: ID!, $from: String) {\n    fetchEnrollmentLinks(batchId: $batchId, from: $from) {\n      next\n      links {\n        userName\n        displayName\n        email\n        url\n        expiresAt\n      }\n    }\n  }\n": typeof types.FetchEnrollmentLinksDocument,
    "\n  mutation DiscardEnrollmentLinks($batchId: ID!) {\n    discardEnrollmentLinks(batchId: $batchId) {\n      ...BatchFields\n    }\n  }\n": typeof types.DiscardEnrollmentLinksDocument,
    "\n  query Groups($integrationId: ID, $search: String, $first: Int, $after: String) {\n    groups(integrationId: $integrationId, search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        displayName\n        memberCount\n      }\n    }\n  }\n": typeof types.GroupsDocument,
    "\n  query Group($id: ID!) {\n    group(id: $id) {\n      id\n      integrationId\n      displayName\n      memberCount\n    }\n  }\n": typeof types.GroupDocument,
    "\n  fragment IdentityRow on Identity {\n    id\n    userName\n    displayName\n    email\n    status\n    enrollmentStatus\n    updatedAt\n    registration {\n      desired\n      confirmed\n      state\n    }\n  }\n": typeof types.IdentityRowFragmentDoc,
    "\n  query Identities(\n    $integrationId: ID\n    $search: String\n    $status: IdentityStatus\n    $enrollmentStatus: EnrollmentStatus\n    $registrationState: RegistrationState\n    $groupId: ID\n    $orderBy: IdentityOrder\n    $first: Int\n    $after: String\n  ) {\n    identities(\n      integrationId: $integrationId\n      search: $search\n      status: $status\n      enrollmentStatus: $enrollmentStatus\n      registrationState: $registrationState\n      groupId: $groupId\n      orderBy: $orderBy\n      first: $first\n      after: $after\n    ) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...IdentityRow\n      }\n    }\n  }\n": typeof types.IdentitiesDocument,
    "\n  query Identity($id: ID!) {\n    identity(id: $id) {\n      id\n      integrationId\n      userName\n      displayName\n      email\n      externalId\n      status\n      enrollmentStatus\n      createdAt\n      updatedAt\n      groups(first: 50) {\n        totalCount\n        nodes {\n          id\n          displayName\n        }\n      }\n      passkeys {\n        id\n        deviceName\n        createdAt\n        lastUsedAt\n        revokedAt\n      }\n      openEnrollment {\n        id\n        createdBy\n        createdAt\n        expiresAt\n        openedAt\n      }\n      registration {\n        desired\n        confirmed\n        state\n        attempts\n        lastError\n        nextAttemptAt\n        confirmedAt\n      }\n    }\n  }\n": typeof types.IdentityDocument,
    "\n  mutation CreateEnrollment($input: CreateEnrollmentInput!) {\n    createEnrollment(input: $input) {\n      id\n      url\n      expiresAt\n    }\n  }\n": typeof types.CreateEnrollmentDocument,
    "\n  mutation RevokePasskey($id: ID!) {\n    revokePasskey(id: $id) {\n      id\n      revokedAt\n    }\n  }\n": typeof types.RevokePasskeyDocument,
    "\n  mutation CancelEnrollment($id: ID!) {\n    cancelEnrollment(id: $id) {\n      id\n    }\n  }\n": typeof types.CancelEnrollmentDocument,
    "\n  query RegistrationHistory($id: ID!, $first: Int, $after: String) {\n    identity(id: $id) {\n      id\n      registration {\n        history(first: $first, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          nodes {\n            id\n            at\n            kind\n            desired\n            confirmed\n            note\n          }\n        }\n      }\n    }\n  }\n": typeof types.RegistrationHistoryDocument,
    "\n  fragment CredentialFields on ScimCredential {\n    id\n    type\n    name\n    clientId\n    lastFour\n    scopes\n    createdAt\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n": typeof types.CredentialFieldsFragmentDoc,
    "\n  fragment SyncFields on RegistrationSync {\n    oktaDomain\n    attribute\n    enabled\n    authMode\n    pendingCount\n    estimatedCompletionAt\n    parkedCount\n    heldCount\n    maxDirectoryChangeRatio\n    registeredCount\n    lastWriteAt\n    pausedReason\n  }\n": typeof types.SyncFieldsFragmentDoc,
    "\n  fragment HealthFields on IntegrationHealth {\n    checks {\n      name\n      status\n      message\n      code\n      checkedAt\n    }\n  }\n": typeof types.HealthFieldsFragmentDoc,
    "\n  fragment IntegrationFields on DirectoryIntegration {\n    id\n    name\n    provider\n    createdAt\n    scimUrl\n    tokenEndpoint\n    identityCount\n    groupCount\n    lastScimRequestAt\n    credentials {\n      ...CredentialFields\n    }\n    registrationSync {\n      ...SyncFields\n    }\n    scimRegistration {\n      baseUrl\n      extension\n      attribute\n      enabled\n      authentication\n      userName\n      tokenEndpoint\n      clientId\n      scope\n    }\n    signIn {\n      enabled\n      okta {\n        routingRuleId\n        routingActive\n      }\n    }\n    health {\n      ...HealthFields\n    }\n  }\n": typeof types.IntegrationFieldsFragmentDoc,
    "\n  query Integrations($after: String) {\n    directoryIntegrations(first: 100, after: $after) {\n      totalCount\n      nodes {\n        ...IntegrationFields\n      }\n    }\n  }\n": typeof types.IntegrationsDocument,
    "\n  query Integration($id: ID!) {\n    directoryIntegration(id: $id) {\n      ...IntegrationFields\n    }\n  }\n": typeof types.IntegrationDocument,
    "\n  mutation CreateIntegration($input: CreateDirectoryIntegrationInput!) {\n    createDirectoryIntegration(input: $input) {\n      id\n    }\n  }\n": typeof types.CreateIntegrationDocument,
    "\n  mutation RenameIntegration($input: UpdateDirectoryIntegrationInput!) {\n    updateDirectoryIntegration(input: $input) {\n      id\n      name\n    }\n  }\n": typeof types.RenameIntegrationDocument,
    "\n  mutation DeleteIntegration($id: ID!, $force: Boolean) {\n    deleteDirectoryIntegration(id: $id, force: $force)\n  }\n": typeof types.DeleteIntegrationDocument,
    "\n  mutation CheckIntegration($id: ID!) {\n    checkIntegration(id: $id) {\n      ...HealthFields\n    }\n  }\n": typeof types.CheckIntegrationDocument,
    "\n  mutation RetryRegistrations($integrationId: ID!, $identityIds: [ID!]) {\n    retryRegistrations(integrationId: $integrationId, identityIds: $identityIds)\n  }\n": typeof types.RetryRegistrationsDocument,
    "\n  mutation ApproveHeld($integrationId: ID!) {\n    approveHeldRegistrations(integrationId: $integrationId)\n  }\n": typeof types.ApproveHeldDocument,
    "\n  mutation DiscardHeld($integrationId: ID!) {\n    discardHeldRegistrations(integrationId: $integrationId)\n  }\n": typeof types.DiscardHeldDocument,
    "\n  query IntegrationNames {\n    directoryIntegrations(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.IntegrationNamesDocument,
    "\n  mutation ConfigureSync($input: ConfigureRegistrationSyncInput!) {\n    configureRegistrationSync(input: $input) {\n      ...IntegrationFields\n    }\n  }\n": typeof types.ConfigureSyncDocument,
    "\n  mutation CreateAttribute($integrationId: ID!) {\n    createOktaAttribute(integrationId: $integrationId) {\n      ...HealthFields\n    }\n  }\n": typeof types.CreateAttributeDocument,
    "\n  mutation PauseSync($integrationId: ID!, $reason: String) {\n    pauseRegistrationSync(integrationId: $integrationId, reason: $reason) {\n      ...IntegrationFields\n    }\n  }\n": typeof types.PauseSyncDocument,
    "\n  mutation ResumeSync($integrationId: ID!) {\n    resumeRegistrationSync(integrationId: $integrationId) {\n      ...IntegrationFields\n    }\n  }\n": typeof types.ResumeSyncDocument,
    "\n  fragment ServiceAppFields on OktaServiceApp {\n    jwksUrl\n    scopes\n    clientId\n    keys {\n      kid\n      createdAt\n      retiredAt\n    }\n  }\n": typeof types.ServiceAppFieldsFragmentDoc,
    "\n  query ServiceApp($id: ID!) {\n    directoryIntegration(id: $id) {\n      id\n      oktaServiceApp {\n        ...ServiceAppFields\n      }\n    }\n  }\n": typeof types.ServiceAppDocument,
    "\n  mutation PrepareServiceApp($integrationId: ID!) {\n    prepareOktaServiceApp(integrationId: $integrationId) {\n      ...ServiceAppFields\n    }\n  }\n": typeof types.PrepareServiceAppDocument,
    "\n  mutation ConfigureServiceApp($input: ConfigureOktaServiceAppInput!) {\n    configureOktaServiceApp(input: $input) {\n      ...ServiceAppFields\n    }\n  }\n": typeof types.ConfigureServiceAppDocument,
    "\n  mutation RotateServiceAppKey($integrationId: ID!) {\n    rotateOktaServiceAppKey(integrationId: $integrationId) {\n      ...ServiceAppFields\n    }\n  }\n": typeof types.RotateServiceAppKeyDocument,
    "\n  query Funnel {\n    provisioned: identities(first: 0, status: ACTIVE) {\n      totalCount\n    }\n    invited: identities(first: 0, status: ACTIVE, enrollmentStatus: PENDING) {\n      totalCount\n    }\n    enrolled: identities(first: 0, status: ACTIVE, enrollmentStatus: ENROLLED) {\n      totalCount\n    }\n  }\n": typeof types.FunnelDocument,
    "\n  fragment RunFields on ReconciliationRun {\n    id\n    integrationId\n    dryRun\n    status\n    requestedBy\n    createdAt\n    startedAt\n    finishedAt\n    examined\n    drifted\n    repaired\n    failed\n    oktaRequests\n    error\n  }\n": typeof types.RunFieldsFragmentDoc,
    "\n  query Runs($integrationId: ID!, $first: Int, $after: String) {\n    reconciliationRuns(integrationId: $integrationId, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...RunFields\n      }\n    }\n  }\n": typeof types.RunsDocument,
    "\n  query Run($id: ID!, $first: Int, $after: String) {\n    reconciliationRun(id: $id) {\n      ...RunFields\n      drift(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...DriftFields\n        }\n      }\n    }\n  }\n": typeof types.RunDocument,
    "\n  fragment DriftFields on Drift {\n    kind\n    oktaUserId\n    expected\n    actual\n    repairedAt\n    error\n    identity {\n      id\n      userName\n      displayName\n    }\n  }\n": typeof types.DriftFieldsFragmentDoc,
    "\n  mutation StartRun($input: StartReconciliationInput!) {\n    startReconciliation(input: $input) {\n      id\n      integrationId\n    }\n  }\n": typeof types.StartRunDocument,
    "\n  mutation CancelRun($id: ID!) {\n    cancelReconciliation(id: $id) {\n      id\n      status\n    }\n  }\n": typeof types.CancelRunDocument,
    "\n  fragment RequestFields on ScimRequest {\n    id\n    at\n    method\n    path\n    status\n    durationMs\n    detail\n    body\n    requestId\n  }\n": typeof types.RequestFieldsFragmentDoc,
    "\n  query ScimRequests($integrationId: ID!, $status: Int, $first: Int, $after: String) {\n    scimRequests(integrationId: $integrationId, status: $status, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...RequestFields\n      }\n    }\n  }\n": typeof types.ScimRequestsDocument,
    "\n  mutation ConfigureScim($input: ConfigureScimRegistrationInput!) {\n    configureScimRegistration(input: $input) {\n      ...IntegrationFields\n    }\n  }\n": typeof types.ConfigureScimDocument,
    "\n  fragment SelfEnrollmentFields on SelfEnrollment {\n    enabled\n    clientId\n    redirectUri\n    url\n  }\n": typeof types.SelfEnrollmentFieldsFragmentDoc,
    "\n  query SelfEnrollmentSettings($id: ID!) {\n    directoryIntegration(id: $id) {\n      id\n      selfEnrollment {\n        ...SelfEnrollmentFields\n      }\n    }\n  }\n": typeof types.SelfEnrollmentSettingsDocument,
    "\n  mutation ConfigureSelfEnrollment($input: ConfigureSelfEnrollmentInput!) {\n    configureSelfEnrollment(input: $input) {\n      ...SelfEnrollmentFields\n    }\n  }\n": typeof types.ConfigureSelfEnrollmentDocument,
    "\n  fragment SignInFields on SignIn {\n    enabled\n    issuer\n    clientId\n    redirectUris\n    authorizationEndpoint\n    tokenEndpoint\n    jwksUri\n    userinfoEndpoint\n    lastSignInAt\n    privateKeyJwt\n    clientSecrets {\n      id\n      lastFour\n      createdAt\n      revokedAt\n      heldByOkta\n    }\n    keys {\n      kid\n      phase\n      createdAt\n      signsAt\n    }\n    oktaScopes\n    oktaSettings {\n      section\n      label\n      value\n    }\n    okta {\n      identityProviderId\n      identityProviderStatus\n      routingRuleId\n      routingActive\n      checkedAt\n    }\n  }\n": typeof types.SignInFieldsFragmentDoc,
    "\n  query SignInSettings($id: ID!) {\n    directoryIntegration(id: $id) {\n      id\n      signIn {\n        ...SignInFields\n      }\n    }\n  }\n": typeof types.SignInSettingsDocument,
    "\n  mutation EnableSignIn($input: EnableSignInInput!) {\n    enableSignIn(input: $input) {\n      clientSecret\n      signIn {\n        ...SignInFields\n      }\n    }\n  }\n": typeof types.EnableSignInDocument,
    "\n  mutation DisableSignIn($integrationId: ID!, $force: Boolean) {\n    disableSignIn(integrationId: $integrationId, force: $force) {\n      id\n    }\n  }\n": typeof types.DisableSignInDocument,
    "\n  mutation RotateSignInSecret($integrationId: ID!) {\n    rotateSignInSecret(integrationId: $integrationId) {\n      clientSecret\n      signIn {\n        ...SignInFields\n      }\n    }\n  }\n": typeof types.RotateSignInSecretDocument,
    "\n  mutation RevokeSignInSecret($id: ID!, $force: Boolean) {\n    revokeSignInSecret(id: $id, force: $force) {\n      clientId\n    }\n  }\n": typeof types.RevokeSignInSecretDocument,
    "\n  mutation RotateSignInKey($integrationId: ID!) {\n    rotateSignInKey(integrationId: $integrationId) {\n      clientId\n    }\n  }\n": typeof types.RotateSignInKeyDocument,
    "\n  mutation CreateOktaIdentityProvider($integrationId: ID!) {\n    createOktaIdentityProvider(integrationId: $integrationId) {\n      ...SignInFields\n    }\n  }\n": typeof types.CreateOktaIdentityProviderDocument,
    "\n  mutation SetOktaRouting($integrationId: ID!, $active: Boolean!) {\n    setOktaRouting(integrationId: $integrationId, active: $active) {\n      ...SignInFields\n    }\n  }\n": typeof types.SetOktaRoutingDocument,
    "\n  fragment SignInEventFields on SignInEvent {\n    id\n    at\n    outcome\n    reason\n    ip\n    userAgent\n    durationMs\n    identity {\n      id\n      userName\n      displayName\n    }\n    passkey {\n      id\n      deviceName\n    }\n  }\n": typeof types.SignInEventFieldsFragmentDoc,
    "\n  query SignIns($integrationId: ID, $identityId: ID, $outcome: SignInOutcome, $first: Int, $after: String) {\n    signIns(integrationId: $integrationId, identityId: $identityId, outcome: $outcome, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...SignInEventFields\n      }\n    }\n  }\n": typeof types.SignInsDocument,
    "\n  query SignInFigures($id: ID!, $window: SignInWindow!) {\n    signInFigures(integrationId: $id, window: $window) {\n      since\n      succeeded\n      refused\n      abandoned\n      medianSeconds\n      points {\n        at\n        succeeded\n        refused\n        abandoned\n        medianSeconds\n      }\n    }\n  }\n": typeof types.SignInFiguresDocument,
    "\n  query Trends($id: ID!, $window: TrendWindow!) {\n    registrationTrends(integrationId: $id, window: $window) {\n      since\n      points {\n        at\n        binds\n        bindP50\n        bindP95\n        queued\n        oldest\n        quotaLeft\n      }\n      reconciliations {\n        at\n        drifted\n      }\n    }\n  }\n": typeof types.TrendsDocument,
    "\n  fragment WebhookFields on WebhookEndpoint {\n    id\n    url\n    events\n    createdAt\n    disabledAt\n    disabledReason\n  }\n": typeof types.WebhookFieldsFragmentDoc,
    "\n  fragment DeliveryFields on WebhookDelivery {\n    id\n    event\n    status\n    attempts\n    lastStatus\n    lastError\n    createdAt\n    lastAttemptAt\n    nextAttemptAt\n    deliveredAt\n  }\n": typeof types.DeliveryFieldsFragmentDoc,
    "\n  query Webhooks {\n    webhookEndpoints {\n      ...WebhookFields\n      deliveries(first: 1) {\n        nodes {\n          ...DeliveryFields\n        }\n      }\n    }\n  }\n": typeof types.WebhooksDocument,
    "\n  query Webhook($id: ID!, $first: Int, $after: String) {\n    webhookEndpoint(id: $id) {\n      ...WebhookFields\n      deliveries(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...DeliveryFields\n        }\n      }\n    }\n  }\n": typeof types.WebhookDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) {\n      secret\n      endpoint {\n        id\n        url\n      }\n    }\n  }\n": typeof types.CreateWebhookDocument,
    "\n  mutation TestWebhook($id: ID!) {\n    testWebhookEndpoint(id: $id)\n  }\n": typeof types.TestWebhookDocument,
    "\n  mutation PauseWebhook($id: ID!) {\n    pauseWebhookEndpoint(id: $id) {\n      id\n    }\n  }\n": typeof types.PauseWebhookDocument,
    "\n  mutation ResumeWebhook($id: ID!) {\n    resumeWebhookEndpoint(id: $id) {\n      id\n    }\n  }\n": typeof types.ResumeWebhookDocument,
    "\n  mutation DeleteWebhook($id: ID!) {\n    deleteWebhookEndpoint(id: $id)\n  }\n": typeof types.DeleteWebhookDocument,
    "\n  mutation RetryDelivery($id: ID!) {\n    retryWebhookDelivery(id: $id) {\n      id\n    }\n  }\n": typeof types.RetryDeliveryDocument,
    "\n  query Viewer {\n    viewer {\n      name\n      role\n      tenant {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  query Find($search: String!) {\n    identities(search: $search, first: 5) {\n      nodes {\n        id\n        userName\n        displayName\n      }\n    }\n    groups(search: $search, first: 5) {\n      nodes {\n        id\n        displayName\n      }\n    }\n    directoryIntegrations(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.FindDocument,
};
const documents: Documents = {
    "\n  query AdminTokens($first: Int, $after: String) {\n    adminTokens(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        role\n        lastFour\n        createdAt\n        expiresAt\n        lastUsedAt\n        revokedAt\n      }\n    }\n  }\n": types.AdminTokensDocument,
    "\n  mutation CreateAdminToken($input: CreateAdminTokenInput!) {\n    createAdminToken(input: $input) {\n      token\n      adminToken {\n        id\n        name\n        role\n      }\n    }\n  }\n": types.CreateAdminTokenDocument,
    "\n  mutation RevokeAdminToken($id: ID!) {\n    revokeAdminToken(id: $id) {\n      id\n      revokedAt\n    }\n  }\n": types.RevokeAdminTokenDocument,
    "\n  query Sessions($all: Boolean, $first: Int, $after: String) {\n    sessions(all: $all, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        role\n        current\n        byPasskey\n        browser\n        createdAt\n        lastSeenAt\n        expiresAt\n      }\n    }\n  }\n": types.SessionsDocument,
    "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      id\n    }\n  }\n": types.EndSessionDocument,
    "\n  mutation EndOtherSessions {\n    endOtherSessions\n  }\n": types.EndOtherSessionsDocument,
    "\n  query AdminPasskeys {\n    adminPasskeys(first: 50) {\n      nodes {\n        id\n        name\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n": types.AdminPasskeysDocument,
    "\n  mutation RemoveAdminPasskey($id: ID!) {\n    removeAdminPasskey(id: $id) {\n      id\n    }\n  }\n": types.RemoveAdminPasskeyDocument,
    "\n  query AuditEvents(\n    $integrationId: ID\n    $actions: [AuditAction!]\n    $actor: String\n    $identityId: ID\n    $since: DateTime\n    $until: DateTime\n    $first: Int\n    $after: String\n  ) {\n    auditEvents(\n      integrationId: $integrationId\n      actions: $actions\n      actor: $actor\n      identityId: $identityId\n      since: $since\n      until: $until\n      first: $first\n      after: $after\n    ) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        at\n        actorType\n        actorName\n        action\n        kind\n        integrationId\n        subjectType\n        subjectId\n        data\n        requestId\n      }\n    }\n  }\n": types.AuditEventsDocument,
    "\n  mutation GenerateBearerToken($input: GenerateBearerTokenInput!) {\n    generateBearerToken(input: $input) {\n      token\n      scimUrl\n      credential {\n        ...CredentialFields\n      }\n    }\n  }\n": types.GenerateBearerTokenDocument,
    "\n  mutation GenerateClientCredentials($input: GenerateClientCredentialsInput!) {\n    generateClientCredentials(input: $input) {\n      clientId\n      clientSecret\n      tokenEndpoint\n      scimUrl\n      credential {\n        ...CredentialFields\n      }\n    }\n  }\n": types.GenerateClientCredentialsDocument,
    "\n  mutation RevokeCredential($id: ID!) {\n    revokeScimCredential(id: $id) {\n      id\n      revokedAt\n    }\n  }\n": types.RevokeCredentialDocument,
    "\n  query EventHook($id: ID!) {\n    directoryIntegration(id: $id) {\n      id\n      eventHook {\n        url\n        lastFour\n        createdAt\n        verifiedAt\n        lastEventAt\n      }\n    }\n  }\n": types.EventHookDocument,
    "\n  mutation ConfigureEventHook($input: ConfigureEventHookInput!) {\n    configureEventHook(input: $input) {\n      url\n      secret\n    }\n  }\n": types.ConfigureEventHookDocument,
    "\n  fragment BatchFields on EnrollmentBatch {\n    id\n    status\n    createdBy\n    createdAt\n    total\n    examined\n    created\n    kept\n    error\n    linksUntil\n  }\n": types.BatchFieldsFragmentDoc,
    "\n  query EnrollmentBatches($integrationId: ID!, $groupId: ID) {\n    enrollmentBatches(integrationId: $integrationId, groupId: $groupId) {\n      ...BatchFields\n    }\n  }\n": types.EnrollmentBatchesDocument,
    "\n  mutation CreateEnrollments($input: CreateEnrollmentsInput!) {\n    createEnrollments(input: $input) {\n      ...BatchFields\n    }\n  }\n": types.CreateEnrollmentsDocument,
    "\n  mutation CancelEnrollmentBatch($id: ID!) {\n    cancelEnrollmentBatch(id: $id) {\n      ...BatchFields\n    }\n  }\n": types.CancelEnrollmentBatchDocument,
    "\n  mutation FetchEnrollmentLinks($batchId: ID!, $from: String) {\n    fetchEnrollmentLinks(batchId: $batchId, from: $from) {\n      next\n      links {\n        userName\n        displayName\n        email\n        url\n        expiresAt\n      }\n    }\n  }\n": types.FetchEnrollmentLinksDocument,
    "\n  mutation DiscardEnrollmentLinks($batchId: ID!) {\n    discardEnrollmentLinks(batchId: $batchId) {\n      ...BatchFields\n    }\n  }\n": types.DiscardEnrollmentLinksDocument,
    "\n  query Groups($integrationId: ID, $search: String, $first: Int, $after: String) {\n    groups(integrationId: $integrationId, search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        displayName\n        memberCount\n      }\n    }\n  }\n": types.GroupsDocument,
    "\n  query Group($id: ID!) {\n    group(id: $id) {\n      id\n      integrationId\n      displayName\n      memberCount\n    }\n  }\n": types.GroupDocument,
    "\n  fragment IdentityRow on Identity {\n    id\n    userName\n    displayName\n    email\n    status\n    enrollmentStatus\n    updatedAt\n    registration {\n      desired\n      confirmed\n      state\n    }\n  }\n": types.IdentityRowFragmentDoc,
    "\n  query Identities(\n    $integrationId: ID\n    $search: String\n    $status: IdentityStatus\n    $enrollmentStatus: EnrollmentStatus\n    $registrationState: RegistrationState\n    $groupId: ID\n    $orderBy: IdentityOrder\n    $first: Int\n    $after: String\n  ) {\n    identities(\n      integrationId: $integrationId\n      search: $search\n      status: $status\n      enrollmentStatus: $enrollmentStatus\n      registrationState: $registrationState\n      groupId: $groupId\n      orderBy: $orderBy\n      first: $first\n      after: $after\n    ) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...IdentityRow\n      }\n    }\n  }\n": types.IdentitiesDocument,
    "\n  query Identity($id: ID!) {\n    identity(id: $id) {\n      id\n      integrationId\n      userName\n      displayName\n      email\n      externalId\n      status\n      enrollmentStatus\n      createdAt\n      updatedAt\n      groups(first: 50) {\n        totalCount\n        nodes {\n          id\n          displayName\n        }\n      }\n      passkeys {\n        id\n        deviceName\n        createdAt\n        lastUsedAt\n        revokedAt\n      }\n      openEnrollment {\n        id\n        createdBy\n        createdAt\n        expiresAt\n        openedAt\n      }\n      registration {\n        desired\n        confirmed\n        state\n        attempts\n        lastError\n        nextAttemptAt\n        confirmedAt\n      }\n    }\n  }\n": types.IdentityDocument,
    "\n  mutation CreateEnrollment($input: CreateEnrollmentInput!) {\n    createEnrollment(input: $input) {\n      id\n      url\n      expiresAt\n    }\n  }\n": types.CreateEnrollmentDocument,
    "\n  mutation RevokePasskey($id: ID!) {\n    revokePasskey(id: $id) {\n      id\n      revokedAt\n    }\n  }\n": types.RevokePasskeyDocument,
    "\n  mutation CancelEnrollment($id: ID!) {\n    cancelEnrollment(id: $id) {\n      id\n    }\n  }\n": types.CancelEnrollmentDocument,
    "\n  query RegistrationHistory($id: ID!, $first: Int, $after: String) {\n    identity(id: $id) {\n      id\n      registration {\n        history(first: $first, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          nodes {\n            id\n            at\n            kind\n            desired\n            confirmed\n            note\n          }\n        }\n      }\n    }\n  }\n": types.RegistrationHistoryDocument,
    "\n  fragment CredentialFields on ScimCredential {\n    id\n    type\n    name\n    clientId\n    lastFour\n    scopes\n    createdAt\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n": types.CredentialFieldsFragmentDoc,
    "\n  fragment SyncFields on RegistrationSync {\n    oktaDomain\n    attribute\n    enabled\n    authMode\n    pendingCount\n    estimatedCompletionAt\n    parkedCount\n    heldCount\n    maxDirectoryChangeRatio\n    registeredCount\n    lastWriteAt\n    pausedReason\n  }\n": types.SyncFieldsFragmentDoc,
    "\n  fragment HealthFields on IntegrationHealth {\n    checks {\n      name\n      status\n      message\n      code\n      checkedAt\n    }\n  }\n": types.HealthFieldsFragmentDoc,
    "\n  fragment IntegrationFields on DirectoryIntegration {\n    id\n    name\n    provider\n    createdAt\n    scimUrl\n    tokenEndpoint\n    identityCount\n    groupCount\n    lastScimRequestAt\n    credentials {\n      ...CredentialFields\n    }\n    registrationSync {\n      ...SyncFields\n    }\n    scimRegistration {\n      baseUrl\n      extension\n      attribute\n      enabled\n      authentication\n      userName\n      tokenEndpoint\n      clientId\n      scope\n    }\n    signIn {\n      enabled\n      okta {\n        routingRuleId\n        routingActive\n      }\n    }\n    health {\n      ...HealthFields\n    }\n  }\n": types.IntegrationFieldsFragmentDoc,
    "\n  query Integrations($after: String) {\n    directoryIntegrations(first: 100, after: $after) {\n      totalCount\n      nodes {\n        ...IntegrationFields\n      }\n    }\n  }\n": types.IntegrationsDocument,
    "\n  query Integration($id: ID!) {\n    directoryIntegration(id: $id) {\n      ...IntegrationFields\n    }\n  }\n": types.IntegrationDocument,
    "\n  mutation CreateIntegration($input: CreateDirectoryIntegrationInput!) {\n    createDirectoryIntegration(input: $input) {\n      id\n    }\n  }\n": types.CreateIntegrationDocument,
    "\n  mutation RenameIntegration($input: UpdateDirectoryIntegrationInput!) {\n    updateDirectoryIntegration(input: $input) {\n      id\n      name\n    }\n  }\n": types.RenameIntegrationDocument,
    "\n  mutation DeleteIntegration($id: ID!, $force: Boolean) {\n    deleteDirectoryIntegration(id: $id, force: $force)\n  }\n": types.DeleteIntegrationDocument,
    "\n  mutation CheckIntegration($id: ID!) {\n    checkIntegration(id: $id) {\n      ...HealthFields\n    }\n  }\n": types.CheckIntegrationDocument,
    "\n  mutation RetryRegistrations($integrationId: ID!, $identityIds: [ID!]) {\n    retryRegistrations(integrationId: $integrationId, identityIds: $identityIds)\n  }\n": types.RetryRegistrationsDocument,
    "\n  mutation ApproveHeld($integrationId: ID!) {\n    approveHeldRegistrations(integrationId: $integrationId)\n  }\n": types.ApproveHeldDocument,
    "\n  mutation DiscardHeld($integrationId: ID!) {\n    discardHeldRegistrations(integrationId: $integrationId)\n  }\n": types.DiscardHeldDocument,
    "\n  query IntegrationNames {\n    directoryIntegrations(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.IntegrationNamesDocument,
    "\n  mutation ConfigureSync($input: ConfigureRegistrationSyncInput!) {\n    configureRegistrationSync(input: $input) {\n      ...IntegrationFields\n    }\n  }\n": types.ConfigureSyncDocument,
    "\n  mutation CreateAttribute($integrationId: ID!) {\n    createOktaAttribute(integrationId: $integrationId) {\n      ...HealthFields\n    }\n  }\n": types.CreateAttributeDocument,
    "\n  mutation PauseSync($integrationId: ID!, $reason: String) {\n    pauseRegistrationSync(integrationId: $integrationId, reason: $reason) {\n      ...IntegrationFields\n    }\n  }\n": types.PauseSyncDocument,
    "\n  mutation ResumeSync($integrationId: ID!) {\n    resumeRegistrationSync(integrationId: $integrationId) {\n      ...IntegrationFields\n    }\n  }\n": types.ResumeSyncDocument,
    "\n  fragment ServiceAppFields on OktaServiceApp {\n    jwksUrl\n    scopes\n    clientId\n    keys {\n      kid\n      createdAt\n      retiredAt\n    }\n  }\n": types.ServiceAppFieldsFragmentDoc,
    "\n  query ServiceApp($id: ID!) {\n    directoryIntegration(id: $id) {\n      id\n      oktaServiceApp {\n        ...ServiceAppFields\n      }\n    }\n  }\n": types.ServiceAppDocument,
    "\n  mutation PrepareServiceApp($integrationId: ID!) {\n    prepareOktaServiceApp(integrationId: $integrationId) {\n      ...ServiceAppFields\n    }\n  }\n": types.PrepareServiceAppDocument,
    "\n  mutation ConfigureServiceApp($input: ConfigureOktaServiceAppInput!) {\n    configureOktaServiceApp(input: $input) {\n      ...ServiceAppFields\n    }\n  }\n": types.ConfigureServiceAppDocument,
    "\n  mutation RotateServiceAppKey($integrationId: ID!) {\n    rotateOktaServiceAppKey(integrationId: $integrationId) {\n      ...ServiceAppFields\n    }\n  }\n": types.RotateServiceAppKeyDocument,
    "\n  query Funnel {\n    provisioned: identities(first: 0, status: ACTIVE) {\n      totalCount\n    }\n    invited: identities(first: 0, status: ACTIVE, enrollmentStatus: PENDING) {\n      totalCount\n    }\n    enrolled: identities(first: 0, status: ACTIVE, enrollmentStatus: ENROLLED) {\n      totalCount\n    }\n  }\n": types.FunnelDocument,
    "\n  fragment RunFields on ReconciliationRun {\n    id\n    integrationId\n    dryRun\n    status\n    requestedBy\n    createdAt\n    startedAt\n    finishedAt\n    examined\n    drifted\n    repaired\n    failed\n    oktaRequests\n    error\n  }\n": types.RunFieldsFragmentDoc,
    "\n  query Runs($integrationId: ID!, $first: Int, $after: String) {\n    reconciliationRuns(integrationId: $integrationId, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...RunFields\n      }\n    }\n  }\n": types.RunsDocument,
    "\n  query Run($id: ID!, $first: Int, $after: String) {\n    reconciliationRun(id: $id) {\n      ...RunFields\n      drift(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...DriftFields\n        }\n      }\n    }\n  }\n": types.RunDocument,
    "\n  fragment DriftFields on Drift {\n    kind\n    oktaUserId\n    expected\n    actual\n    repairedAt\n    error\n    identity {\n      id\n      userName\n      displayName\n    }\n  }\n": types.DriftFieldsFragmentDoc,
    "\n  mutation StartRun($input: StartReconciliationInput!) {\n    startReconciliation(input: $input) {\n      id\n      integrationId\n    }\n  }\n": types.StartRunDocument,
    "\n  mutation CancelRun($id: ID!) {\n    cancelReconciliation(id: $id) {\n      id\n      status\n    }\n  }\n": types.CancelRunDocument,
    "\n  fragment RequestFields on ScimRequest {\n    id\n    at\n    method\n    path\n    status\n    durationMs\n    detail\n    body\n    requestId\n  }\n": types.RequestFieldsFragmentDoc,
    "\n  query ScimRequests($integrationId: ID!, $status: Int, $first: Int, $after: String) {\n    scimRequests(integrationId: $integrationId, status: $status, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...RequestFields\n      }\n    }\n  }\n": types.ScimRequestsDocument,
    "\n  mutation ConfigureScim($input: ConfigureScimRegistrationInput!) {\n    configureScimRegistration(input: $input) {\n      ...IntegrationFields\n    }\n  }\n": types.ConfigureScimDocument,
    "\n  fragment SelfEnrollmentFields on SelfEnrollment {\n    enabled\n    clientId\n    redirectUri\n    url\n  }\n": types.SelfEnrollmentFieldsFragmentDoc,
    "\n  query SelfEnrollmentSettings($id: ID!) {\n    directoryIntegration(id: $id) {\n      id\n      selfEnrollment {\n        ...SelfEnrollmentFields\n      }\n    }\n  }\n": types.SelfEnrollmentSettingsDocument,
    "\n  mutation ConfigureSelfEnrollment($input: ConfigureSelfEnrollmentInput!) {\n    configureSelfEnrollment(input: $input) {\n      ...SelfEnrollmentFields\n    }\n  }\n": types.ConfigureSelfEnrollmentDocument,
    "\n  fragment SignInFields on SignIn {\n    enabled\n    issuer\n    clientId\n    redirectUris\n    authorizationEndpoint\n    tokenEndpoint\n    jwksUri\n    userinfoEndpoint\n    lastSignInAt\n    privateKeyJwt\n    clientSecrets {\n      id\n      lastFour\n      createdAt\n      revokedAt\n      heldByOkta\n    }\n    keys {\n      kid\n      phase\n      createdAt\n      signsAt\n    }\n    oktaScopes\n    oktaSettings {\n      section\n      label\n      value\n    }\n    okta {\n      identityProviderId\n      identityProviderStatus\n      routingRuleId\n      routingActive\n      checkedAt\n    }\n  }\n": types.SignInFieldsFragmentDoc,
    "\n  query SignInSettings($id: ID!) {\n    directoryIntegration(id: $id) {\n      id\n      signIn {\n        ...SignInFields\n      }\n    }\n  }\n": types.SignInSettingsDocument,
    "\n  mutation EnableSignIn($input: EnableSignInInput!) {\n    enableSignIn(input: $input) {\n      clientSecret\n      signIn {\n        ...SignInFields\n      }\n    }\n  }\n": types.EnableSignInDocument,
    "\n  mutation DisableSignIn($integrationId: ID!, $force: Boolean) {\n    disableSignIn(integrationId: $integrationId, force: $force) {\n      id\n    }\n  }\n": types.DisableSignInDocument,
    "\n  mutation RotateSignInSecret($integrationId: ID!) {\n    rotateSignInSecret(integrationId: $integrationId) {\n      clientSecret\n      signIn {\n        ...SignInFields\n      }\n    }\n  }\n": types.RotateSignInSecretDocument,
    "\n  mutation RevokeSignInSecret($id: ID!, $force: Boolean) {\n    revokeSignInSecret(id: $id, force: $force) {\n      clientId\n    }\n  }\n": types.RevokeSignInSecretDocument,
    "\n  mutation RotateSignInKey($integrationId: ID!) {\n    rotateSignInKey(integrationId: $integrationId) {\n      clientId\n    }\n  }\n": types.RotateSignInKeyDocument,
    "\n  mutation CreateOktaIdentityProvider($integrationId: ID!) {\n    createOktaIdentityProvider(integrationId: $integrationId) {\n      ...SignInFields\n    }\n  }\n": types.CreateOktaIdentityProviderDocument,
    "\n  mutation SetOktaRouting($integrationId: ID!, $active: Boolean!) {\n    setOktaRouting(integrationId: $integrationId, active: $active) {\n      ...SignInFields\n    }\n  }\n": types.SetOktaRoutingDocument,
    "\n  fragment SignInEventFields on SignInEvent {\n    id\n    at\n    outcome\n    reason\n    ip\n    userAgent\n    durationMs\n    identity {\n      id\n      userName\n      displayName\n    }\n    passkey {\n      id\n      deviceName\n    }\n  }\n": types.SignInEventFieldsFragmentDoc,
    "\n  query SignIns($integrationId: ID, $identityId: ID, $outcome: SignInOutcome, $first: Int, $after: String) {\n    signIns(integrationId: $integrationId, identityId: $identityId, outcome: $outcome, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...SignInEventFields\n      }\n    }\n  }\n": types.SignInsDocument,
    "\n  query SignInFigures($id: ID!, $window: SignInWindow!) {\n    signInFigures(integrationId: $id, window: $window) {\n      since\n      succeeded\n      refused\n      abandoned\n      medianSeconds\n      points {\n        at\n        succeeded\n        refused\n        abandoned\n        medianSeconds\n      }\n    }\n  }\n": types.SignInFiguresDocument,
    "\n  query Trends($id: ID!, $window: TrendWindow!) {\n    registrationTrends(integrationId: $id, window: $window) {\n      since\n      points {\n        at\n        binds\n        bindP50\n        bindP95\n        queued\n        oldest\n        quotaLeft\n      }\n      reconciliations {\n        at\n        drifted\n      }\n    }\n  }\n": types.TrendsDocument,
    "\n  fragment WebhookFields on WebhookEndpoint {\n    id\n    url\n    events\n    createdAt\n    disabledAt\n    disabledReason\n  }\n": types.WebhookFieldsFragmentDoc,
    "\n  fragment DeliveryFields on WebhookDelivery {\n    id\n    event\n    status\n    attempts\n    lastStatus\n    lastError\n    createdAt\n    lastAttemptAt\n    nextAttemptAt\n    deliveredAt\n  }\n": types.DeliveryFieldsFragmentDoc,
    "\n  query Webhooks {\n    webhookEndpoints {\n      ...WebhookFields\n      deliveries(first: 1) {\n        nodes {\n          ...DeliveryFields\n        }\n      }\n    }\n  }\n": types.WebhooksDocument,
    "\n  query Webhook($id: ID!, $first: Int, $after: String) {\n    webhookEndpoint(id: $id) {\n      ...WebhookFields\n      deliveries(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...DeliveryFields\n        }\n      }\n    }\n  }\n": types.WebhookDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) {\n      secret\n      endpoint {\n        id\n        url\n      }\n    }\n  }\n": types.CreateWebhookDocument,
    "\n  mutation TestWebhook($id: ID!) {\n    testWebhookEndpoint(id: $id)\n  }\n": types.TestWebhookDocument,
    "\n  mutation PauseWebhook($id: ID!) {\n    pauseWebhookEndpoint(id: $id) {\n      id\n    }\n  }\n": types.PauseWebhookDocument,
    "\n  mutation ResumeWebhook($id: ID!) {\n    resumeWebhookEndpoint(id: $id) {\n      id\n    }\n  }\n": types.ResumeWebhookDocument,
    "\n  mutation DeleteWebhook($id: ID!) {\n    deleteWebhookEndpoint(id: $id)\n  }\n": types.DeleteWebhookDocument,
    "\n  mutation RetryDelivery($id: ID!) {\n    retryWebhookDelivery(id: $id) {\n      id\n    }\n  }\n": types.RetryDeliveryDocument,
    "\n  query Viewer {\n    viewer {\n      name\n      role\n      tenant {\n        id\n        name\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  query Find($search: String!) {\n    identities(search: $search, first: 5) {\n      nodes {\n        id\n        userName\n        displayName\n      }\n    }\n    groups(search: $search, first: 5) {\n      nodes {\n        id\n        displayName\n      }\n    }\n    directoryIntegrations(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.FindDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminTokens($first: Int, $after: String) {\n    adminTokens(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        role\n        lastFour\n        createdAt\n        expiresAt\n        lastUsedAt\n        revokedAt\n      }\n    }\n  }\n"): typeof import('./graphql').AdminTokensDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAdminToken($input: CreateAdminTokenInput!) {\n    createAdminToken(input: $input) {\n      token\n      adminToken {\n        id\n        name\n        role\n      }\n    }\n  }\n"): typeof import('./graphql').CreateAdminTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeAdminToken($id: ID!) {\n    revokeAdminToken(id: $id) {\n      id\n      revokedAt\n    }\n  }\n"): typeof import('./graphql').RevokeAdminTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sessions($all: Boolean, $first: Int, $after: String) {\n    sessions(all: $all, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        role\n        current\n        byPasskey\n        browser\n        createdAt\n        lastSeenAt\n        expiresAt\n      }\n    }\n  }\n"): typeof import('./graphql').SessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      id\n    }\n  }\n"): typeof import('./graphql').EndSessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndOtherSessions {\n    endOtherSessions\n  }\n"): typeof import('./graphql').EndOtherSessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminPasskeys {\n    adminPasskeys(first: 50) {\n      nodes {\n        id\n        name\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n"): typeof import('./graphql').AdminPasskeysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveAdminPasskey($id: ID!) {\n    removeAdminPasskey(id: $id) {\n      id\n    }\n  }\n"): typeof import('./graphql').RemoveAdminPasskeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditEvents(\n    $integrationId: ID\n    $actions: [AuditAction!]\n    $actor: String\n    $identityId: ID\n    $since: DateTime\n    $until: DateTime\n    $first: Int\n    $after: String\n  ) {\n    auditEvents(\n      integrationId: $integrationId\n      actions: $actions\n      actor: $actor\n      identityId: $identityId\n      since: $since\n      until: $until\n      first: $first\n      after: $after\n    ) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        at\n        actorType\n        actorName\n        action\n        kind\n        integrationId\n        subjectType\n        subjectId\n        data\n        requestId\n      }\n    }\n  }\n"): typeof import('./graphql').AuditEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GenerateBearerToken($input: GenerateBearerTokenInput!) {\n    generateBearerToken(input: $input) {\n      token\n      scimUrl\n      credential {\n        ...CredentialFields\n      }\n    }\n  }\n"): typeof import('./graphql').GenerateBearerTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GenerateClientCredentials($input: GenerateClientCredentialsInput!) {\n    generateClientCredentials(input: $input) {\n      clientId\n      clientSecret\n      tokenEndpoint\n      scimUrl\n      credential {\n        ...CredentialFields\n      }\n    }\n  }\n"): typeof import('./graphql').GenerateClientCredentialsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeCredential($id: ID!) {\n    revokeScimCredential(id: $id) {\n      id\n      revokedAt\n    }\n  }\n"): typeof import('./graphql').RevokeCredentialDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EventHook($id: ID!) {\n    directoryIntegration(id: $id) {\n      id\n      eventHook {\n        url\n        lastFour\n        createdAt\n        verifiedAt\n        lastEventAt\n      }\n    }\n  }\n"): typeof import('./graphql').EventHookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfigureEventHook($input: ConfigureEventHookInput!) {\n    configureEventHook(input: $input) {\n      url\n      secret\n    }\n  }\n"): typeof import('./graphql').ConfigureEventHookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BatchFields on EnrollmentBatch {\n    id\n    status\n    createdBy\n    createdAt\n    total\n    examined\n    created\n    kept\n    error\n    linksUntil\n  }\n"): typeof import('./graphql').BatchFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnrollmentBatches($integrationId: ID!, $groupId: ID) {\n    enrollmentBatches(integrationId: $integrationId, groupId: $groupId) {\n      ...BatchFields\n    }\n  }\n"): typeof import('./graphql').EnrollmentBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateEnrollments($input: CreateEnrollmentsInput!) {\n    createEnrollments(input: $input) {\n      ...BatchFields\n    }\n  }\n"): typeof import('./graphql').CreateEnrollmentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelEnrollmentBatch($id: ID!) {\n    cancelEnrollmentBatch(id: $id) {\n      ...BatchFields\n    }\n  }\n"): typeof import('./graphql').CancelEnrollmentBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FetchEnrollmentLinks($batchId: ID!, $from: String) {\n    fetchEnrollmentLinks(batchId: $batchId, from: $from) {\n      next\n      links {\n        userName\n        displayName\n        email\n        url\n        expiresAt\n      }\n    }\n  }\n"): typeof import('./graphql').FetchEnrollmentLinksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardEnrollmentLinks($batchId: ID!) {\n    discardEnrollmentLinks(batchId: $batchId) {\n      ...BatchFields\n    }\n  }\n"): typeof import('./graphql').DiscardEnrollmentLinksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Groups($integrationId: ID, $search: String, $first: Int, $after: String) {\n    groups(integrationId: $integrationId, search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        displayName\n        memberCount\n      }\n    }\n  }\n"): typeof import('./graphql').GroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Group($id: ID!) {\n    group(id: $id) {\n      id\n      integrationId\n      displayName\n      memberCount\n    }\n  }\n"): typeof import('./graphql').GroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IdentityRow on Identity {\n    id\n    userName\n    displayName\n    email\n    status\n    enrollmentStatus\n    updatedAt\n    registration {\n      desired\n      confirmed\n      state\n    }\n  }\n"): typeof import('./graphql').IdentityRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Identities(\n    $integrationId: ID\n    $search: String\n    $status: IdentityStatus\n    $enrollmentStatus: EnrollmentStatus\n    $registrationState: RegistrationState\n    $groupId: ID\n    $orderBy: IdentityOrder\n    $first: Int\n    $after: String\n  ) {\n    identities(\n      integrationId: $integrationId\n      search: $search\n      status: $status\n      enrollmentStatus: $enrollmentStatus\n      registrationState: $registrationState\n      groupId: $groupId\n      orderBy: $orderBy\n      first: $first\n      after: $after\n    ) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...IdentityRow\n      }\n    }\n  }\n"): typeof import('./graphql').IdentitiesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Identity($id: ID!) {\n    identity(id: $id) {\n      id\n      integrationId\n      userName\n      displayName\n      email\n      externalId\n      status\n      enrollmentStatus\n      createdAt\n      updatedAt\n      groups(first: 50) {\n        totalCount\n        nodes {\n          id\n          displayName\n        }\n      }\n      passkeys {\n        id\n        deviceName\n        createdAt\n        lastUsedAt\n        revokedAt\n      }\n      openEnrollment {\n        id\n        createdBy\n        createdAt\n        expiresAt\n        openedAt\n      }\n      registration {\n        desired\n        confirmed\n        state\n        attempts\n        lastError\n        nextAttemptAt\n        confirmedAt\n      }\n    }\n  }\n"): typeof import('./graphql').IdentityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateEnrollment($input: CreateEnrollmentInput!) {\n    createEnrollment(input: $input) {\n      id\n      url\n      expiresAt\n    }\n  }\n"): typeof import('./graphql').CreateEnrollmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokePasskey($id: ID!) {\n    revokePasskey(id: $id) {\n      id\n      revokedAt\n    }\n  }\n"): typeof import('./graphql').RevokePasskeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelEnrollment($id: ID!) {\n    cancelEnrollment(id: $id) {\n      id\n    }\n  }\n"): typeof import('./graphql').CancelEnrollmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegistrationHistory($id: ID!, $first: Int, $after: String) {\n    identity(id: $id) {\n      id\n      registration {\n        history(first: $first, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          nodes {\n            id\n            at\n            kind\n            desired\n            confirmed\n            note\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RegistrationHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CredentialFields on ScimCredential {\n    id\n    type\n    name\n    clientId\n    lastFour\n    scopes\n    createdAt\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n"): typeof import('./graphql').CredentialFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SyncFields on RegistrationSync {\n    oktaDomain\n    attribute\n    enabled\n    authMode\n    pendingCount\n    estimatedCompletionAt\n    parkedCount\n    heldCount\n    maxDirectoryChangeRatio\n    registeredCount\n    lastWriteAt\n    pausedReason\n  }\n"): typeof import('./graphql').SyncFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HealthFields on IntegrationHealth {\n    checks {\n      name\n      status\n      message\n      code\n      checkedAt\n    }\n  }\n"): typeof import('./graphql').HealthFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IntegrationFields on DirectoryIntegration {\n    id\n    name\n    provider\n    createdAt\n    scimUrl\n    tokenEndpoint\n    identityCount\n    groupCount\n    lastScimRequestAt\n    credentials {\n      ...CredentialFields\n    }\n    registrationSync {\n      ...SyncFields\n    }\n    scimRegistration {\n      baseUrl\n      extension\n      attribute\n      enabled\n      authentication\n      userName\n      tokenEndpoint\n      clientId\n      scope\n    }\n    signIn {\n      enabled\n      okta {\n        routingRuleId\n        routingActive\n      }\n    }\n    health {\n      ...HealthFields\n    }\n  }\n"): typeof import('./graphql').IntegrationFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Integrations($after: String) {\n    directoryIntegrations(first: 100, after: $after) {\n      totalCount\n      nodes {\n        ...IntegrationFields\n      }\n    }\n  }\n"): typeof import('./graphql').IntegrationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Integration($id: ID!) {\n    directoryIntegration(id: $id) {\n      ...IntegrationFields\n    }\n  }\n"): typeof import('./graphql').IntegrationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateIntegration($input: CreateDirectoryIntegrationInput!) {\n    createDirectoryIntegration(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql').CreateIntegrationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameIntegration($input: UpdateDirectoryIntegrationInput!) {\n    updateDirectoryIntegration(input: $input) {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql').RenameIntegrationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteIntegration($id: ID!, $force: Boolean) {\n    deleteDirectoryIntegration(id: $id, force: $force)\n  }\n"): typeof import('./graphql').DeleteIntegrationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CheckIntegration($id: ID!) {\n    checkIntegration(id: $id) {\n      ...HealthFields\n    }\n  }\n"): typeof import('./graphql').CheckIntegrationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryRegistrations($integrationId: ID!, $identityIds: [ID!]) {\n    retryRegistrations(integrationId: $integrationId, identityIds: $identityIds)\n  }\n"): typeof import('./graphql').RetryRegistrationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveHeld($integrationId: ID!) {\n    approveHeldRegistrations(integrationId: $integrationId)\n  }\n"): typeof import('./graphql').ApproveHeldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardHeld($integrationId: ID!) {\n    discardHeldRegistrations(integrationId: $integrationId)\n  }\n"): typeof import('./graphql').DiscardHeldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntegrationNames {\n    directoryIntegrations(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').IntegrationNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfigureSync($input: ConfigureRegistrationSyncInput!) {\n    configureRegistrationSync(input: $input) {\n      ...IntegrationFields\n    }\n  }\n"): typeof import('./graphql').ConfigureSyncDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAttribute($integrationId: ID!) {\n    createOktaAttribute(integrationId: $integrationId) {\n      ...HealthFields\n    }\n  }\n"): typeof import('./graphql').CreateAttributeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseSync($integrationId: ID!, $reason: String) {\n    pauseRegistrationSync(integrationId: $integrationId, reason: $reason) {\n      ...IntegrationFields\n    }\n  }\n"): typeof import('./graphql').PauseSyncDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeSync($integrationId: ID!) {\n    resumeRegistrationSync(integrationId: $integrationId) {\n      ...IntegrationFields\n    }\n  }\n"): typeof import('./graphql').ResumeSyncDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ServiceAppFields on OktaServiceApp {\n    jwksUrl\n    scopes\n    clientId\n    keys {\n      kid\n      createdAt\n      retiredAt\n    }\n  }\n"): typeof import('./graphql').ServiceAppFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ServiceApp($id: ID!) {\n    directoryIntegration(id: $id) {\n      id\n      oktaServiceApp {\n        ...ServiceAppFields\n      }\n    }\n  }\n"): typeof import('./graphql').ServiceAppDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PrepareServiceApp($integrationId: ID!) {\n    prepareOktaServiceApp(integrationId: $integrationId) {\n      ...ServiceAppFields\n    }\n  }\n"): typeof import('./graphql').PrepareServiceAppDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfigureServiceApp($input: ConfigureOktaServiceAppInput!) {\n    configureOktaServiceApp(input: $input) {\n      ...ServiceAppFields\n    }\n  }\n"): typeof import('./graphql').ConfigureServiceAppDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateServiceAppKey($integrationId: ID!) {\n    rotateOktaServiceAppKey(integrationId: $integrationId) {\n      ...ServiceAppFields\n    }\n  }\n"): typeof import('./graphql').RotateServiceAppKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Funnel {\n    provisioned: identities(first: 0, status: ACTIVE) {\n      totalCount\n    }\n    invited: identities(first: 0, status: ACTIVE, enrollmentStatus: PENDING) {\n      totalCount\n    }\n    enrolled: identities(first: 0, status: ACTIVE, enrollmentStatus: ENROLLED) {\n      totalCount\n    }\n  }\n"): typeof import('./graphql').FunnelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunFields on ReconciliationRun {\n    id\n    integrationId\n    dryRun\n    status\n    requestedBy\n    createdAt\n    startedAt\n    finishedAt\n    examined\n    drifted\n    repaired\n    failed\n    oktaRequests\n    error\n  }\n"): typeof import('./graphql').RunFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Runs($integrationId: ID!, $first: Int, $after: String) {\n    reconciliationRuns(integrationId: $integrationId, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...RunFields\n      }\n    }\n  }\n"): typeof import('./graphql').RunsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Run($id: ID!, $first: Int, $after: String) {\n    reconciliationRun(id: $id) {\n      ...RunFields\n      drift(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...DriftFields\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DriftFields on Drift {\n    kind\n    oktaUserId\n    expected\n    actual\n    repairedAt\n    error\n    identity {\n      id\n      userName\n      displayName\n    }\n  }\n"): typeof import('./graphql').DriftFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartRun($input: StartReconciliationInput!) {\n    startReconciliation(input: $input) {\n      id\n      integrationId\n    }\n  }\n"): typeof import('./graphql').StartRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelRun($id: ID!) {\n    cancelReconciliation(id: $id) {\n      id\n      status\n    }\n  }\n"): typeof import('./graphql').CancelRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RequestFields on ScimRequest {\n    id\n    at\n    method\n    path\n    status\n    durationMs\n    detail\n    body\n    requestId\n  }\n"): typeof import('./graphql').RequestFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ScimRequests($integrationId: ID!, $status: Int, $first: Int, $after: String) {\n    scimRequests(integrationId: $integrationId, status: $status, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...RequestFields\n      }\n    }\n  }\n"): typeof import('./graphql').ScimRequestsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfigureScim($input: ConfigureScimRegistrationInput!) {\n    configureScimRegistration(input: $input) {\n      ...IntegrationFields\n    }\n  }\n"): typeof import('./graphql').ConfigureScimDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SelfEnrollmentFields on SelfEnrollment {\n    enabled\n    clientId\n    redirectUri\n    url\n  }\n"): typeof import('./graphql').SelfEnrollmentFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SelfEnrollmentSettings($id: ID!) {\n    directoryIntegration(id: $id) {\n      id\n      selfEnrollment {\n        ...SelfEnrollmentFields\n      }\n    }\n  }\n"): typeof import('./graphql').SelfEnrollmentSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfigureSelfEnrollment($input: ConfigureSelfEnrollmentInput!) {\n    configureSelfEnrollment(input: $input) {\n      ...SelfEnrollmentFields\n    }\n  }\n"): typeof import('./graphql').ConfigureSelfEnrollmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SignInFields on SignIn {\n    enabled\n    issuer\n    clientId\n    redirectUris\n    authorizationEndpoint\n    tokenEndpoint\n    jwksUri\n    userinfoEndpoint\n    lastSignInAt\n    privateKeyJwt\n    clientSecrets {\n      id\n      lastFour\n      createdAt\n      revokedAt\n      heldByOkta\n    }\n    keys {\n      kid\n      phase\n      createdAt\n      signsAt\n    }\n    oktaScopes\n    oktaSettings {\n      section\n      label\n      value\n    }\n    okta {\n      identityProviderId\n      identityProviderStatus\n      routingRuleId\n      routingActive\n      checkedAt\n    }\n  }\n"): typeof import('./graphql').SignInFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignInSettings($id: ID!) {\n    directoryIntegration(id: $id) {\n      id\n      signIn {\n        ...SignInFields\n      }\n    }\n  }\n"): typeof import('./graphql').SignInSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnableSignIn($input: EnableSignInInput!) {\n    enableSignIn(input: $input) {\n      clientSecret\n      signIn {\n        ...SignInFields\n      }\n    }\n  }\n"): typeof import('./graphql').EnableSignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisableSignIn($integrationId: ID!, $force: Boolean) {\n    disableSignIn(integrationId: $integrationId, force: $force) {\n      id\n    }\n  }\n"): typeof import('./graphql').DisableSignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateSignInSecret($integrationId: ID!) {\n    rotateSignInSecret(integrationId: $integrationId) {\n      clientSecret\n      signIn {\n        ...SignInFields\n      }\n    }\n  }\n"): typeof import('./graphql').RotateSignInSecretDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeSignInSecret($id: ID!, $force: Boolean) {\n    revokeSignInSecret(id: $id, force: $force) {\n      clientId\n    }\n  }\n"): typeof import('./graphql').RevokeSignInSecretDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateSignInKey($integrationId: ID!) {\n    rotateSignInKey(integrationId: $integrationId) {\n      clientId\n    }\n  }\n"): typeof import('./graphql').RotateSignInKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateOktaIdentityProvider($integrationId: ID!) {\n    createOktaIdentityProvider(integrationId: $integrationId) {\n      ...SignInFields\n    }\n  }\n"): typeof import('./graphql').CreateOktaIdentityProviderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetOktaRouting($integrationId: ID!, $active: Boolean!) {\n    setOktaRouting(integrationId: $integrationId, active: $active) {\n      ...SignInFields\n    }\n  }\n"): typeof import('./graphql').SetOktaRoutingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SignInEventFields on SignInEvent {\n    id\n    at\n    outcome\n    reason\n    ip\n    userAgent\n    durationMs\n    identity {\n      id\n      userName\n      displayName\n    }\n    passkey {\n      id\n      deviceName\n    }\n  }\n"): typeof import('./graphql').SignInEventFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignIns($integrationId: ID, $identityId: ID, $outcome: SignInOutcome, $first: Int, $after: String) {\n    signIns(integrationId: $integrationId, identityId: $identityId, outcome: $outcome, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...SignInEventFields\n      }\n    }\n  }\n"): typeof import('./graphql').SignInsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignInFigures($id: ID!, $window: SignInWindow!) {\n    signInFigures(integrationId: $id, window: $window) {\n      since\n      succeeded\n      refused\n      abandoned\n      medianSeconds\n      points {\n        at\n        succeeded\n        refused\n        abandoned\n        medianSeconds\n      }\n    }\n  }\n"): typeof import('./graphql').SignInFiguresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Trends($id: ID!, $window: TrendWindow!) {\n    registrationTrends(integrationId: $id, window: $window) {\n      since\n      points {\n        at\n        binds\n        bindP50\n        bindP95\n        queued\n        oldest\n        quotaLeft\n      }\n      reconciliations {\n        at\n        drifted\n      }\n    }\n  }\n"): typeof import('./graphql').TrendsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WebhookFields on WebhookEndpoint {\n    id\n    url\n    events\n    createdAt\n    disabledAt\n    disabledReason\n  }\n"): typeof import('./graphql').WebhookFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeliveryFields on WebhookDelivery {\n    id\n    event\n    status\n    attempts\n    lastStatus\n    lastError\n    createdAt\n    lastAttemptAt\n    nextAttemptAt\n    deliveredAt\n  }\n"): typeof import('./graphql').DeliveryFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Webhooks {\n    webhookEndpoints {\n      ...WebhookFields\n      deliveries(first: 1) {\n        nodes {\n          ...DeliveryFields\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').WebhooksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Webhook($id: ID!, $first: Int, $after: String) {\n    webhookEndpoint(id: $id) {\n      ...WebhookFields\n      deliveries(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...DeliveryFields\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').WebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateWebhook($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) {\n      secret\n      endpoint {\n        id\n        url\n      }\n    }\n  }\n"): typeof import('./graphql').CreateWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestWebhook($id: ID!) {\n    testWebhookEndpoint(id: $id)\n  }\n"): typeof import('./graphql').TestWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseWebhook($id: ID!) {\n    pauseWebhookEndpoint(id: $id) {\n      id\n    }\n  }\n"): typeof import('./graphql').PauseWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeWebhook($id: ID!) {\n    resumeWebhookEndpoint(id: $id) {\n      id\n    }\n  }\n"): typeof import('./graphql').ResumeWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteWebhook($id: ID!) {\n    deleteWebhookEndpoint(id: $id)\n  }\n"): typeof import('./graphql').DeleteWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryDelivery($id: ID!) {\n    retryWebhookDelivery(id: $id) {\n      id\n    }\n  }\n"): typeof import('./graphql').RetryDeliveryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      name\n      role\n      tenant {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Find($search: String!) {\n    identities(search: $search, first: 5) {\n      nodes {\n        id\n        userName\n        displayName\n      }\n    }\n    groups(search: $search, first: 5) {\n      nodes {\n        id\n        displayName\n      }\n    }\n    directoryIntegrations(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').FindDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
