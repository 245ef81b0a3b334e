const TYPES = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference', 'complex'];
const MUTABILITIES = ['readWrite', 'immutable'];
const RETURNED = ['default', 'request', 'always'];
/** RFC 7643 §7. */
const REFERENCE_TYPES = ['User', 'Group', 'external', 'uri'];

interface EnteredAttribute {
  name: string;
  type: string;
  mutability: string;
  returned: string;
  referenceTypes?: readonly string[] | null;
  subAttributes?: readonly EnteredAttribute[] | null;
}

/** The first fault, with the path of its attribute; undefined when valid. Not GraphQL enums, because the words are not valid enum names. */
export function attributesFault(attributes: readonly EnteredAttribute[], within = ''): string | undefined {
  for (const { name, type, mutability, returned, referenceTypes, subAttributes } of attributes) {
    const path = within + name;
    const words: [characteristic: string, word: string, known: readonly string[]][] = [
      ['type', type, TYPES],
      ['mutability', mutability, MUTABILITIES],
      ['returned', returned, RETURNED],
    ];
    for (const word of referenceTypes ?? []) words.push(['referenceTypes', word, REFERENCE_TYPES]);
    const unknown = words.find(([, word, known]) => !known.includes(word));
    if (unknown) return `"${path}": ${unknown[0]} must be one of ${unknown[2].join(', ')}.`;
    if (referenceTypes && (type !== 'reference' || referenceTypes.length === 0))
      return `"${path}": references, and only they, have referenceTypes.`;
    if ((type === 'complex') !== (subAttributes ?? []).length > 0)
      return `"${path}": complex attributes, and only they, have subAttributes.`;
    const inner = attributesFault(subAttributes ?? [], `${path}.`);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
