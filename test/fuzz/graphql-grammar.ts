import fc from 'fast-check';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  type GraphQLInputType,
  isNonNullType,
  getNullableType,
  isListType,
  isEnumType,
  isInputObjectType,
} from 'graphql';
import { hostileText, mutated } from './hostile-text.js';

const DEPTH = 4;

const literal = fc.oneof(
  fc.constantFrom(
    'null',
    'true',
    '0',
    '-1',
    '201',
    '2147483648',
    '1.5',
    'OKTA',
    'ACTIVE',
    '[]',
    '{}',
    '$x',
    '"""block"""',
  ),
  fc.constantFrom('"0198c0de-0000-7000-8000-000000000000"', '{ id: "x", name: "y" }', '[["a"]]'),
  hostileText.map((text) => JSON.stringify(text)),
);

/** Documents with fields of the schema and any arguments. Some are valid; most are changed at a few random places. */
export function graphqlDocument(schema: GraphQLSchema): fc.Arbitrary<string> {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type !== null && type !== undefined);
  const operation = fc
    .constantFrom(...roots)
    .chain((root) =>
      selectionOf(root, DEPTH).map((tokens) => [root.name === 'Query' ? 'query' : 'mutation', ...tokens]),
    );
  return mutated(operation);
}

function selectionOf(type: GraphQLObjectType, depth: number): fc.Arbitrary<string[]> {
  const fields = Object.values(type.getFields()).filter(({ type: of }) => depth > 0 || !isObjectType(getNamedType(of)));
  if (fields.length === 0) return fc.constant(['{', '__typename', '}']);
  return fc
    .subarray(fields, { minLength: 1, maxLength: Math.min(3, fields.length) })
    .chain((some) => fc.tuple(...some.map((field) => fieldOf(field, depth))))
    .map((parts) => ['{', ...parts.flat(), '}']);
}

function fieldOf(field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<string[]> {
  const type: GraphQLNamedType = getNamedType(field.type);
  const nested = isObjectType(type) ? selectionOf(type, depth - 1) : fc.constant<string[]>([]);
  const args = fc.tuple(
    ...field.args.map(({ name, type: of }) =>
      fc
        .option(fc.oneof({ weight: 3, arbitrary: fc.constant(fitting(of)) }, { weight: 1, arbitrary: literal }), {
          freq: isNonNullType(of) ? 20 : 1,
        })
        .map((value) => (value === null ? null : [`${name}:`, value])),
    ),
  );
  return fc.tuple(args, nested).map(([given, selection]) => {
    const present = given.filter((each) => each !== null).flat();
    return [field.name, ...(present.length > 0 ? ['(', ...present, ')'] : []), ...selection];
  });
}

/** A literal that is valid for the type. */
function fitting(of: GraphQLInputType): string {
  const type = getNullableType(of);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const members = Object.values(type.getFields()).map((field) => `${field.name}: ${fitting(field.type)}`);
    return `{ ${members.join(', ')} }`;
  }
  const scalars = { Int: '5', Float: '0.5', Boolean: 'true', ID: '"0198c0de-0000-7000-8000-000000000000"' };
  return scalars[type.name as keyof typeof scalars] ?? '"x"';
}
