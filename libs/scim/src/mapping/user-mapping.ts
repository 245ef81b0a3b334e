import type { FilterMapping, ResourceSchema } from '../protocol/index.js';
import { ENTERPRISE_USER_SCHEMA } from '../protocol/schemas/enterprise-user-schema.js';

const INDEXED_TEXTS = new Set([
  'displayName',
  'name.familyName',
  'name.givenName',
  `${ENTERPRISE_USER_SCHEMA}:department`,
  `${ENTERPRISE_USER_SCHEMA}:employeeNumber`,
]);

/** Where a user's attributes are stored; `i` is the alias of `identities`. */
export function userMapping(schema: ResourceSchema): FilterMapping {
  return {
    schema,
    document: 'i.profile',
    indexedTexts: INDEXED_TEXTS,
    sources: {
      schemas: { kind: 'document', sql: `(i.profile -> 'schemas')` },
      id: { kind: 'column', sql: 'i.id', type: 'uuid' },
      externalId: { kind: 'column', sql: 'i.external_id', type: 'text', indexed: true },
      userName: {
        kind: 'column',
        sql: 'i.user_name',
        type: 'text',
        nameKey: { key: 'i.user_name_key', shared: 'i.shared_name_key' },
      },
      displayName: { kind: 'column', sql: 'i.display_name', type: 'text' },
      emails: {
        kind: 'document',
        sql: `(i.profile -> 'emails')`,
        folded: `fold_json(i.profile -> 'emails')`,
      },
      active: { kind: 'column', sql: 'i.active', type: 'boolean' },
      'meta.resourceType': { kind: 'column', sql: `'User'`, type: 'text' },
      'meta.created': { kind: 'column', sql: 'i.created_at', type: 'timestamptz' },
      'meta.lastModified': { kind: 'column', sql: 'i.updated_at', type: 'timestamptz' },
      'meta.version': { kind: 'column', sql: `('W/"' || i.version || '"')`, type: 'text' },
      groups: {
        kind: 'relation',
        from: 'group_members um join groups ug on ug.tenant_id = um.tenant_id and ug.id = um.group_id',
        where: 'um.tenant_id = i.tenant_id and um.identity_id = i.id',
        values: {
          value: { kind: 'column', sql: 'ug.id', type: 'uuid' },
          display: { kind: 'column', sql: 'ug.display_name', type: 'text' },
          type: { kind: 'column', sql: `'direct'`, type: 'text' },
        },
      },
    },
  };
}
