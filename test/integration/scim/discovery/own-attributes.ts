const TYPES = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference'] as const;

/** Attributes of each type with each mutability and each returned that a schema of its own may declare. */
export function ownAttributes() {
  const attribute = (name: string, more: object = {}) => ({
    name,
    type: 'string' as const,
    multiValued: false,
    description: '',
    required: false,
    caseExact: false,
    mutability: 'readWrite' as const,
    returned: 'default' as const,
    uniqueness: 'none' as const,
    ...more,
  });
  const ofEachType = TYPES.flatMap((type) =>
    (['readWrite', 'immutable'] as const).flatMap((mutability) =>
      (['default', 'always', 'request'] as const).map((returned) =>
        attribute(`${type}${mutability}${returned}`, { type, mutability, returned, caseExact: type === 'binary' }),
      ),
    ),
  );
  return [
    ...ofEachType,
    attribute('exact', { caseExact: true }),
    attribute('list', { multiValued: true }),
    attribute('numbers', { multiValued: true, type: 'integer' }),
    {
      ...attribute('desk', { type: 'complex' }),
      subAttributes: [attribute('floor'), attribute('size', { type: 'decimal' })],
    },
    {
      ...attribute('keys', { type: 'complex', multiValued: true }),
      subAttributes: [
        attribute('value'),
        attribute('cut', { type: 'dateTime' }),
        attribute('exact', { caseExact: true }),
      ],
    },
  ];
}
