import type { ResourceSchema } from '../schemas/resource-schema.js';

/**
 * A column or SQL expression of the row. Unless the attribute is caseExact, letter case is ignored: fold_text(…) of the column is compared
 * with foldText of the operand. NULL means absent.
 */
export interface ColumnSource {
  readonly kind: 'column';
  readonly sql: string;
  readonly type: 'text' | 'uuid' | 'boolean' | 'timestamptz' | 'numeric';
  /** Set for a unique name, which is compared and sorted by its stored key. */
  readonly nameKey?: NameKeyColumns;
  /** The column has an index. Columns of type uuid and those with `nameKey` always have one. */
  readonly indexed?: true;
}

export interface NameKeyColumns {
  /** Column with nameKey(name), uniquely indexed: `i.user_name_key`. */
  readonly key: string;
  /** Column that is NULL except in rows that already shared a key before keys were unique: `i.shared_name_key`. */
  readonly shared: string;
}

/** A multi-valued attribute in other tables: `exists (select 1 from <from> where <where> and (<condition>))`. */
export interface RelationSource {
  readonly kind: 'relation';
  /** `group_members gm join groups g on g.tenant_id = gm.tenant_id and g.id = gm.group_id` */
  readonly from: string;
  /** Join condition to the outer row: `gm.tenant_id = i.tenant_id and gm.identity_id = i.id` */
  readonly where: string;
  /** Keyed by sub-attribute (`value`, `display`, …); a simple attribute's own value is `value`. */
  readonly values: Readonly<Record<string, ColumnSource>>;
}

/** A jsonb expression that holds the attribute's value in SCIM shape. */
interface DocumentSource {
  readonly kind: 'document';
  readonly sql: string;
  /**
   * For a multi-valued attribute: a jsonb expression of all its values, folded. A GIN index (jsonb_path_ops) on it finds the candidates of
   * `eq`: `fold_json(i.profile -> 'emails')`.
   */
  readonly folded?: string;
}

export type AttributeSource = ColumnSource | RelationSource | DocumentSource;

/** Where the attributes of a resource type are stored. */
export interface FilterMapping {
  readonly schema: ResourceSchema;
  /** A jsonb expression holding every attribute not named in `sources`, in SCIM shape and canonical spelling: `i.profile`. */
  readonly document: string;
  /** Canonical paths of attributes whose folded text has an index for `eq` and `sw`: `left(fold_text(…), 128)`. */
  readonly indexedTexts?: ReadonlySet<string>;
  /** Keyed by canonical path: `userName`, `meta.created`, `groups`. */
  readonly sources: Readonly<Record<string, AttributeSource>>;
}
