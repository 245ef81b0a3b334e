import { GraphQLError, GraphQLScalarType } from 'graphql';

/** A JSON value, for objects whose members vary. Only for results, not for inputs. */
export const GraphqlJson = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'A JSON value whose members vary. For results only.',
  serialize: (value) => value,
  parseValue: refuse,
  parseLiteral: refuse,
});

function refuse(): never {
  throw new GraphQLError('JSON is not allowed in arguments.');
}
