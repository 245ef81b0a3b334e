import { ownAttribute } from '../own-attribute.js';

const TYPES = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference'] as const;

/** Custom attributes: one for each allowed combination of type, mutability and `returned`. */
export function ownAttributes() {
  const ofEachType = TYPES.flatMap((type) =>
    (['readWrite', 'immutable'] as const).flatMap((mutability) =>
      (['default', 'always', 'request'] as const).map((returned) =>
        ownAttribute(`${type}${mutability}${returned}`, { type, mutability, returned, caseExact: type === 'binary' }),
      ),
    ),
  );
  return [
    ...ofEachType,
    ownAttribute('exact', { caseExact: true }),
    ownAttribute('list', { multiValued: true }),
    ownAttribute('numbers', { multiValued: true, type: 'integer' }),
    {
      ...ownAttribute('desk', { type: 'complex' }),
      subAttributes: [ownAttribute('floor'), ownAttribute('size', { type: 'decimal' })],
    },
    {
      ...ownAttribute('keys', { type: 'complex', multiValued: true }),
      subAttributes: [
        ownAttribute('value'),
        ownAttribute('cut', { type: 'dateTime' }),
        ownAttribute('exact', { caseExact: true }),
      ],
    },
  ];
}
