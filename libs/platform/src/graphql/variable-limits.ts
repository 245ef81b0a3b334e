import { getOperationAST, getVariableValues, GraphQLError } from 'graphql';
import type { Operation } from './complexity.js';
import { requireStorable, requireStorableLiterals } from './storable-strings.js';

/** Maximum number of values in the variables of one request. A request of 256 KiB has space for 6,700 ids. */
export const MAX_VARIABLE_VALUES = 10_000;
/** Maximum depth of nested lists and objects. The deepest input has 5 levels. */
export const MAX_VARIABLE_DEPTH = 16;
/** Maximum number of errors that are collected per request, because each error prints a value. */
const MAX_ERRORS = 5;

/** Checks the variables before they are coerced, because coercion of large variables takes long. @throws GraphQLError BAD_USER_INPUT */
export function checkVariables({ schema, document, operationName, variables }: Operation): void {
  requireSmall(variables);
  requireStorableLiterals(document);
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { errors } = getVariableValues(schema, definitions, variables, { maxErrors: MAX_ERRORS });
  if (errors?.[0]) throw invalid(errors[0].message);
}

function requireSmall(variables: Record<string, unknown>): void {
  const stack: [value: unknown, depth: number, name: string][] = [[variables, 0, '']];
  let values = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [value, depth, within] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_VARIABLE_DEPTH) throw invalid(`The variables are nested deeper than ${MAX_VARIABLE_DEPTH} levels.`);
    const children = Object.entries(value);
    values += children.length;
    if (values > MAX_VARIABLE_VALUES) throw invalid(`The variables have more than ${MAX_VARIABLE_VALUES} values.`);
    for (const [name, child] of children) {
      // For an element of a list, the error names the list.
      const field = Array.isArray(value) ? within : name;
      requireStorable(child, field);
      stack.push([child, depth + 1, field]);
    }
  }
}

function invalid(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}
