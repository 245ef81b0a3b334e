import { GraphQLError, GraphQLScalarType } from 'graphql';

/** JSON as it is, for objects whose members differ from case to case. Of answers only. */
export const GraphqlJson = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'A JSON value whose members differ from case to case.',
  serialize: (value) => value,
  parseValue: refuse,
  parseLiteral: refuse,
});

function refuse(): never {
  throw new GraphQLError('JSON is for answers only.');
}
