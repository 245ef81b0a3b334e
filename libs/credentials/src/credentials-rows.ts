import { ScimAccessTokenRow } from './access-tokens/scim-access-token.row.js';
import { ScimCredentialRow } from './scim-credentials/scim-credential.row.js';

export const credentialsRows = [ScimCredentialRow, ScimAccessTokenRow];
