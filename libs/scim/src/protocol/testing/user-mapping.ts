import type { ResourceSchema } from '../schemas/resource-schema.js';
import type { FilterMapping } from '../sql/filter-mapping.js';

/** Users as rows of a table `i`: some attributes in columns, the rest in the jsonb column `profile`. */
export function testUserMapping(schema: ResourceSchema): FilterMapping {
  return {
    schema,
    document: 'i.profile',
    sources: {
      id: { kind: 'column', sql: 'i.id', type: 'uuid' },
      userName: {
        kind: 'column',
        sql: 'i.user_name',
        type: 'text',
        nameKey: { key: 'i.user_name_key', shared: 'i.shared_name_key' },
      },
      externalId: { kind: 'column', sql: 'i.external_id', type: 'text' },
      displayName: { kind: 'column', sql: 'i.display_name', type: 'text' },
      active: { kind: 'column', sql: 'i.active', type: 'boolean' },
      'meta.created': { kind: 'column', sql: 'i.created_at', type: 'timestamptz' },
      emails: {
        kind: 'document',
        sql: "(i.profile -> 'emails')",
        folded: "fold_json(i.profile -> 'emails')",
      },
      groups: {
        kind: 'relation',
        from: 'group_members gm join groups g on g.id = gm.group_id',
        where: 'gm.identity_id = i.id',
        values: {
          value: { kind: 'column', sql: 'g.id', type: 'uuid' },
          display: { kind: 'column', sql: 'g.display_name', type: 'text' },
        },
      },
    },
  };
}
