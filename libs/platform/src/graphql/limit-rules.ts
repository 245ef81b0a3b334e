import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/**
 * Maximum number of lexical tokens in a document, enforced by the parser. The console's longest operation has 104, the introspection query
 * 163.
 */
export const MAX_TOKENS = 1_000;
/** Maximum depth of nested fields. The console's deepest operation has 5 levels. */
export const MAX_DEPTH = 12;
/** Maximum number of aliases in an operation. The console's operations have at most 3. */
export const MAX_ALIASES = 20;

/** Reports a validation error. Without these options the package throws an exception. */
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

/**
 * Refuses subscriptions as a validation error. The standard rules accept them although the schema has none, and executing one would fail.
 */
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
