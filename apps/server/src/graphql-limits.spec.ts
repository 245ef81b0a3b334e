import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  complexityOf,
  costOf,
  limitRules,
  MAX_COMPLEXITY,
  MAX_PAGES,
  MAX_TOKENS,
  pagesOf,
  SHARE_MS_PER_SECOND,
} from '@rollcall/platform';
import {
  buildSchema,
  getIntrospectionQuery,
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  Kind,
  parse,
  specifiedRules,
  typeFromAST,
  validate,
} from 'graphql';

const root = join(import.meta.dirname, '../../..');
const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'));

/** The console's GraphQL documents as codegen has written them, including their fragments. */
const consoleOperations = [
  ...readFileSync(join(root, 'apps/console/src/gql/graphql.ts'), 'utf8').matchAll(
    /export const (\w+)Document = new TypedDocumentString\(`(.*?)`\)/gs,
  ),
].map(([, name = '', text = '']) => ({ name, text }));

/**
 * The GraphQL documents of the command line. They are templates, and each inserted fragment contains only fields of one
 * level.
 */
const ctlOperations = globSync('apps/ctl/src/commands/*.ts', { cwd: root }).flatMap((path) =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/[`'](\s*(?:query|mutation)\b[^`']*)[`']/g)].map(
    ([, text = '']) => ({ name: path, text: text.replaceAll(/\$\{\w+\}/g, 'id').replaceAll(/\s+/g, ' ') }),
  ),
);

const refusals = (text: string, introspection = false) => {
  const document = parse(text, { maxTokens: MAX_TOKENS });
  return validate(schema, document, [...specifiedRules, ...limitRules(introspection)]).map(({ message }) => message);
};

/** A sample value of a type. */
function sample(of: GraphQLInputType): unknown {
  const type = getNullableType(of);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, sample(field.type)]));
  }
  return { Int: 200, Float: 0.5, Boolean: true }[type.name] ?? 'x';
}

/** The operation with sample variables. Pages have their maximum size. */
const operationOf = (text: string) => {
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const variables = operation?.variableDefinitions?.map(({ variable, type }) => {
    const given = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]);
    return [variable.name.value, isInputType(given) ? sample(given) : undefined];
  });
  return {
    schema,
    document,
    operationName: undefined,
    variables: Object.fromEntries(variables ?? []) as Record<string, unknown>,
  };
};
const complexity = (text: string) => complexityOf(operationOf(text));

it.each(consoleOperations)('the console’s $name passes, with the largest page too', ({ text }) => {
  expect(refusals(text)).toEqual([]);
  expect(complexity(text)).toBeLessThan(MAX_COMPLEXITY);
  expect(costOf(operationOf(text))).toBeLessThan(SHARE_MS_PER_SECOND);
  expect(pagesOf(operationOf(text))).toBeLessThan(MAX_PAGES);
});

it('the console has operations', () => expect(consoleOperations.length).toBeGreaterThan(30));

it('the command line’s operations are no larger than the console’s', () => {
  expect(ctlOperations.length).toBeGreaterThan(10);
  for (const { text } of ctlOperations) {
    expect(refusals(text).filter((message) => /limit|introspection/i.test(message))).toEqual([]);
  }
});

it('tools read the schema if introspection is on; otherwise the answer says how to get it', () => {
  expect(refusals(getIntrospectionQuery(), true)).toEqual([]);
  expect(refusals(getIntrospectionQuery(), false)).toEqual([expect.stringContaining('GRAPHQL_INTROSPECTION=on')]);
  expect(refusals('{ __type(name: "Query") { name } }', false)).toEqual([expect.stringContaining('__type')]);
  expect(refusals('{ __typename }', false)).toEqual([]);
});

describe('a query that asks for too much gets the limit in its answer', () => {
  const nested = (levels: number): string =>
    levels === 0 ? '{ id }' : `{ groups { nodes { members { nodes ${nested(levels - 1)} } } } }`;

  it.each([
    ['depth', `{ identity(id: "1") ${nested(4)} }`, 'Query depth limit of 12 exceeded, found 18.'],
    [
      'aliases',
      `{ ${Array.from({ length: 21 }, (_, i) => `a${i}: __typename`).join(' ')} }`.replaceAll(
        '__typename',
        'viewer { role }',
      ),
      'Aliases limit of 20 exceeded, found 21.',
    ],
  ])('%s', (_, text, message) => expect(refusals(text)).toContain(message));

  it('tokens', () => {
    expect(() => refusals(`{ ${'a '.repeat(2000)} }`)).toThrow('Document contains more that 1000 tokens');
  });

  it('depth hidden in fragments', () => {
    const text = `query { identity(id: "1") { ...A } } fragment A on Identity { groups { nodes { ...B } } }
      fragment B on Group { members { nodes { groups { nodes { members { nodes { groups { nodes { members { nodes { id } } } } } } } } } } }`;
    expect(refusals(text)).toContainEqual(expect.stringContaining('depth limit of 12'));
  });

  it('complexity: pages multiply', () => {
    const text = (first: number) =>
      `{ identities(first: ${first}) { nodes { groups(first: ${first}) { nodes { id } } } } }`;
    expect(complexity(text(10))).toBeLessThan(MAX_COMPLEXITY);
    expect(complexity(text(200))).toBeGreaterThan(MAX_COMPLEXITY);
    expect(complexity('{ identities { nodes { groups { nodes { id } } } } }')).toBe(complexity(text(50)));
  });

  it('the cost grows with the fields of a page, and more with each page within it', () => {
    const cost = (text: string) => costOf(operationOf(text));
    const narrow = cost('{ identities(first: 1) { nodes { id } } }');
    const wide = cost('{ identities(first: 200) { nodes { id userName displayName } } }');
    const nested = cost('{ identities(first: 200) { nodes { groups(first: 1) { nodes { id } } } } }');
    expect(narrow).toBeLessThan(1);
    expect(wide).toBeGreaterThan(5);
    expect(nested).toBeGreaterThan(50);
  });
});
