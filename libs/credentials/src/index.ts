export { CredentialsModule } from './credentials.module.js';
export { credentialsRows } from './credentials-rows.js';
export { CurrentScimCaller } from './scim-auth/current-scim-caller.decorator.js';
export { ScimAuthGuard } from './scim-auth/scim-auth.guard.js';
export type { ScimCaller } from './scim-auth/scim-caller.js';
export { ScimCredentialType } from './scim-credentials/scim-credential-type.js';
export type { ScimCredentialRow } from './scim-credentials/scim-credential.row.js';
export { ScimCredentialService } from './scim-credentials/scim-credential.service.js';
export { SCIM_SCOPE } from './scim-scope.js';
