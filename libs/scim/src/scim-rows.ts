import { ScimSchemaRow } from './custom-schemas/scim-schema.row.js';
import { ScimRequestRow } from './request-log/scim-request.row.js';

/** Tables of this library; a test compares them with the migrations. */
export const scimRows = [ScimRequestRow, ScimSchemaRow];
