import { ScimSchemaRow } from './custom-schemas/scim-schema.row.js';
import { ScimRequestRow } from './request-log/scim-request.row.js';

/** Tables of this library; the drift check reads them. */
export const scimRows = [ScimRequestRow, ScimSchemaRow];
