import fc from 'fast-check';
import { COMPARE_OPERATORS, type CompareOperator, type Filter, type FilterValue } from '../filter/filter.js';
import { ENTERPRISE_USER_SCHEMA } from '../schemas/enterprise-user-schema.js';
import { USER_SCHEMA } from '../schemas/user-schema.js';
import { BADGE_SCHEMA } from './test-registry.js';
import { DATES, NUMBERS, TEXTS, TYPES } from './value-pools.js';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/);
const plainPath = fc.oneof(
  name,
  fc.tuple(name, name).map((names) => names.join('.')),
  fc.constant('members.$ref'),
);
const path = fc.oneof(
  { weight: 4, arbitrary: plainPath },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(USER_SCHEMA, 'urn:x-y:1.0:z'), plainPath).map((parts) => parts.join(':')),
  },
);
const value: fc.Arbitrary<FilterValue> = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  fc.constantFrom('"', '\\', '\\"', 'a" or "b', ') or (', '%', '_', '\n\t', ''),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.constant(null),
);

/** Any tree that the grammar can write, whatever its attributes. */
export const anyFilter: fc.Arbitrary<Filter> = trees(
  fc.oneof(
    fc.record({ kind: fc.constant('compare' as const), path, operator: fc.constantFrom(...COMPARE_OPERATORS), value }),
    fc.record({ kind: fc.constant('present' as const), path }),
  ),
);

type Leaf = readonly [path: string, operators: readonly CompareOperator[], values: readonly FilterValue[]];

const TEXT_OPERATORS = COMPARE_OPERATORS;
const ORDER_OPERATORS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
const EQUALITY = ['eq', 'ne'] as const;
const BADGE_DOORS = `${BADGE_SCHEMA}:doors`;

const USER_LEAVES: readonly Leaf[] = [
  ['userName', TEXT_OPERATORS, TEXTS],
  ['externalId', TEXT_OPERATORS, TEXTS],
  ['displayName', TEXT_OPERATORS, TEXTS],
  ['NAME.familyname', TEXT_OPERATORS, TEXTS],
  ['active', EQUALITY, [true, false, 'True']],
  ['meta.created', ORDER_OPERATORS, DATES],
  ['emails.value', TEXT_OPERATORS, TEXTS],
  ['emails.type', TEXT_OPERATORS, TYPES],
  ['emails', TEXT_OPERATORS, TEXTS],
  ['emails.primary', EQUALITY, [true, false]],
  [`${USER_SCHEMA}:nickName`, TEXT_OPERATORS, TEXTS],
  [`${ENTERPRISE_USER_SCHEMA}:department`, TEXT_OPERATORS, TEXTS],
  [`${ENTERPRISE_USER_SCHEMA}:manager.value`, TEXT_OPERATORS, TEXTS],
  [`${BADGE_SCHEMA}:number`, ORDER_OPERATORS, NUMBERS],
  [`${BADGE_SCHEMA}:height`, ORDER_OPERATORS, NUMBERS],
  [`${BADGE_SCHEMA}:issued`, ORDER_OPERATORS, DATES],
  [`${BADGE_SCHEMA}:color`, TEXT_OPERATORS, TEXTS],
  [`${BADGE_SCHEMA}:tags`, TEXT_OPERATORS, TEXTS],
  [`${BADGE_DOORS}.floor`, ORDER_OPERATORS, NUMBERS],
  [`${BADGE_DOORS}.locked`, EQUALITY, [true, false]],
];
const EMAIL_LEAVES: readonly Leaf[] = [
  ['value', TEXT_OPERATORS, TEXTS],
  ['type', TEXT_OPERATORS, TYPES],
  ['primary', EQUALITY, [true, false]],
];
const DOOR_LEAVES: readonly Leaf[] = [
  ['value', TEXT_OPERATORS, TEXTS],
  ['floor', ORDER_OPERATORS, NUMBERS],
  ['locked', EQUALITY, [true, false]],
];

/** A filter for the user schema of testRegistry(), with operands that occur often in users of userArbitrary. */
export const userFilter: fc.Arbitrary<Filter> = trees(
  fc.oneof(
    { weight: 5, arbitrary: leaf(USER_LEAVES) },
    { weight: 1, arbitrary: valuePath('emails', EMAIL_LEAVES) },
    { weight: 1, arbitrary: valuePath(BADGE_DOORS, DOOR_LEAVES) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Filter>({ kind: 'present', path: 'emails' }, { kind: 'present', path: 'name' }),
    },
  ),
  false,
);

function leaf(leaves: readonly Leaf[]): fc.Arbitrary<Filter> {
  return fc.constantFrom(...leaves).chain(([path, operators, values]) =>
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record({
          kind: fc.constant('compare' as const),
          path: fc.constant(path),
          operator: fc.constantFrom(...operators),
          value: fc.constantFrom(...values),
        }),
      },
      { weight: 1, arbitrary: fc.constant<Filter>({ kind: 'present', path }) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(...EQUALITY)
          .map((operator): Filter => ({ kind: 'compare', path, operator, value: null })),
      },
    ),
  );
}

function valuePath(path: string, leaves: readonly Leaf[]): fc.Arbitrary<Filter> {
  return trees(leaf(leaves), false).map((filter): Filter => ({ kind: 'valuePath', path, filter }));
}

function trees(leaves: fc.Arbitrary<Filter>, valuePaths = true): fc.Arbitrary<Filter> {
  const junctions = (of: fc.Arbitrary<Filter>): fc.Arbitrary<Filter>[] => [
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      operands: fc.array(of, { minLength: 2, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('not' as const), operand: of }),
  ];
  const inner = fc.letrec<{ tree: Filter }>((tie) => ({
    tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaves, ...junctions(tie('tree'))),
  })).tree;
  if (!valuePaths) return inner;
  const outerLeaves = fc.oneof(leaves, fc.record({ kind: fc.constant('valuePath' as const), path, filter: inner }));
  return trees(outerLeaves, false);
}
