import { ScimError } from '../errors/scim-error.js';
import type { Attribute } from '../schemas/resource-schema.js';
import type { AttributeSource, ColumnSource, FilterMapping, RelationSource } from './filter-mapping.js';

/** SQL for one value: a column, or a place in a jsonb document. */
export type ValueReference =
  ColumnSource | { readonly kind: 'json'; readonly json: string; readonly text: string; readonly folded?: string };

/** Where the attributes of the row, or of one value of a multi-valued attribute, are found. */
export interface Scope {
  /** @throws ScimError 400 invalidFilter when filters cannot read the attribute's storage */
  find(attribute: Attribute): ValueReference | RelationSource;
  /** Its folded text has an index for `eq` and `sw`. */
  hasTextIndex?(attribute: Attribute): boolean;
}

/** The row itself. */
export class RowScope implements Scope {
  constructor(private readonly mapping: FilterMapping) {}

  find(attribute: Attribute): ValueReference | RelationSource {
    const source = this.mapping.sources[attribute.path];
    if (source) return fromSource(source);
    for (const above of attribute.chain) {
      const outer = this.mapping.sources[above.path];
      if (outer?.kind === 'document') return documentAt(outer.sql, attribute.chain.slice(above.chain.length));
    }
    if (attribute.mutability === 'readOnly') throw unreachable(attribute);
    return documentAt(this.mapping.document, attribute.chain);
  }

  hasTextIndex(attribute: Attribute): boolean {
    return this.mapping.indexedTexts?.has(attribute.path) === true;
  }
}

/** One element of a jsonb array; `sql` is the element. */
export class ElementScope implements Scope {
  constructor(
    private readonly sql: string,
    private readonly of: Attribute,
  ) {}

  find(attribute: Attribute): ValueReference {
    return documentAt(this.sql, attribute.chain.slice(this.of.chain.length));
  }
}

/** One row of a relation. */
export class RelationScope implements Scope {
  constructor(
    private readonly relation: RelationSource,
    private readonly of: Attribute,
  ) {}

  find(attribute: Attribute): ValueReference {
    const column = this.relation.values[attribute === this.of ? 'value' : attribute.name];
    if (!column) throw unreachable(attribute);
    return column;
  }
}

function fromSource(source: AttributeSource): ValueReference | RelationSource {
  if (source.kind !== 'document') return source;
  return {
    kind: 'json',
    json: source.sql,
    text: `(${source.sql} #>> '{}')`,
    ...(source.folded !== undefined && { folded: source.folded }),
  };
}

function documentAt(document: string, chain: readonly Attribute[]): ValueReference {
  const keys = chain.map(({ name }) => quote(name));
  const last = keys.pop();
  if (last === undefined) return { kind: 'json', json: document, text: `(${document} #>> '{}')` };
  const parent = [document, ...keys].join(' -> ');
  return { kind: 'json', json: `(${parent} -> ${last})`, text: `(${parent} ->> ${last})` };
}

export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function unreachable(attribute: Attribute): ScimError {
  return ScimError.invalidFilter(`The attribute "${attribute.path}" can't be filtered or sorted by.`);
}
