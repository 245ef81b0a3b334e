import type { ColumnSource, FilterMapping, ResourceSchema } from '../protocol/index.js';

function memberValues(identity: string): Record<string, ColumnSource> {
  return {
    value: { kind: 'column', sql: `${identity}.id`, type: 'uuid' },
    display: { kind: 'column', sql: `coalesce(${identity}.display_name, ${identity}.user_name)`, type: 'text' },
    type: { kind: 'column', sql: `'User'`, type: 'text' },
  };
}

/** Where a group's attributes are stored; `g` is the alias of `groups`. */
export function groupMapping(schema: ResourceSchema): FilterMapping {
  return {
    schema,
    document: 'g.profile',
    sources: {
      schemas: { kind: 'document', sql: `(g.profile -> 'schemas')` },
      id: { kind: 'column', sql: 'g.id', type: 'uuid' },
      externalId: { kind: 'column', sql: 'g.external_id', type: 'text', indexed: true },
      displayName: {
        kind: 'column',
        sql: 'g.display_name',
        type: 'text',
        nameKey: { key: 'g.display_name_key', shared: 'g.shared_name_key' },
      },
      'meta.resourceType': { kind: 'column', sql: `'Group'`, type: 'text' },
      'meta.created': { kind: 'column', sql: 'g.created_at', type: 'timestamptz' },
      'meta.lastModified': { kind: 'column', sql: 'g.updated_at', type: 'timestamptz' },
      'meta.version': { kind: 'column', sql: `('W/"' || g.version || '"')`, type: 'text' },
      members: {
        kind: 'relation',
        from: 'group_members gm join identities gi on gi.tenant_id = gm.tenant_id and gi.id = gm.identity_id',
        where: 'gm.tenant_id = g.tenant_id and gm.group_id = g.id',
        values: memberValues('gi'),
      },
    },
  };
}

/** Where a member's attributes are stored, to remove members by `members[…]`; `i` is the alias of `identities`. */
export function memberMapping(schema: ResourceSchema): FilterMapping {
  return {
    schema,
    document: `'{}'::jsonb`,
    sources: { members: { kind: 'relation', from: '(select 1) member', where: 'true', values: memberValues('i') } },
  };
}
