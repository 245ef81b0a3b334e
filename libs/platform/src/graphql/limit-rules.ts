import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/** Maximum lexical tokens of a document, enforced by the parser. The console's longest operation has 104, the introspection query 163. */
export const MAX_TOKENS = 1_000;
/** Levels of nested fields; the console's deepest operation has 5. */
export const MAX_DEPTH = 12;
/** Aliases of an operation; the console has 3 at most. */
export const MAX_ALIASES = 20;

/** By default the package throws; this callback reports a validation error instead. */
const collected = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) =>
      context?.reportError(new GraphQLError(error.message.replace(/^Syntax Error: /, ''))),
  ],
};

/** Validation rules that limit a document. */
export function limitRules(introspection: boolean): ValidationRule[] {
  const limits = [
    knownOperationTypes,
    maxDepthRule({ n: MAX_DEPTH, flattenFragments: true, ...collected }),
    maxAliasesRule({ n: MAX_ALIASES, ...collected }),
  ] as unknown as ValidationRule[];
  return introspection ? limits : [...limits, noIntrospection];
}

/** The standard rules accept a subscription for a schema without subscriptions; its execution would fail. */
const knownOperationTypes: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    context.reportError(new GraphQLError(`This API has no ${node.operation} operations.`, { nodes: node }));
  },
});

const noIntrospection: ValidationRule = (context) => ({
  Field(node) {
    const { value } = node.name;
    if (value !== '__schema' && value !== '__type') return;
    const message = `${value} is not answered: introspection is off on this server (GRAPHQL_INTROSPECTION=on allows it).`;
    context.reportError(new GraphQLError(message, { nodes: node }));
  },
});
