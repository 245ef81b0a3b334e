import {
  type DocumentNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLSchema,
  isListType,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { DEFAULT_FIRST } from '../paging/page-args.js';

/** Maximum number of fields in a response. A page of 200 people with every field has about 8,000. */
export const MAX_COMPLEXITY = 25_000;
/**
 * Maximum number of connection pages in a response. Each page needs its own SQL statement. A page of 200 people with two lists each has 401
 * pages.
 */
export const MAX_PAGES = 500;
/** Measured time of the event loop for a field, and for a page including its SQL statement, in milliseconds. */
const MS_PER_FIELD = 0.01;
const MS_PER_PAGE = 0.3;
/** Assumed number of items in a list without paging. */
const UNPAGED = 10;

export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

/** Maximum number of fields in an operation's response, if every page is full. */
export const complexityOf = (operation: Operation): number => estimate(operation, { field: 1, page: 1 });

/** Maximum number of connection pages in an operation's response. */
export const pagesOf = (operation: Operation): number => estimate(operation, { field: 0, page: 1 });

/** Maximum cost of an operation in milliseconds of this process, without parsing and validation. */
export const costOf = (operation: Operation): number => estimate(operation, { field: MS_PER_FIELD, page: MS_PER_PAGE });

function estimate({ schema, document, operationName, variables }: Operation, weights: Weights): number {
  return getComplexity({
    schema,
    query: document,
    variables,
    estimators: [estimatorOf(weights)],
    ...(operationName !== undefined && { operationName }),
  });
}

/** @throws GraphQLError BAD_USER_INPUT naming the limit, or what is wrong with the variables */
export function refuseTooComplex(operation: Operation): void {
  const complexity = tryComplexity(operation);
  if (complexity > MAX_COMPLEXITY)
    throw refusal(
      `The answer would have up to ${complexity} fields, and the limit is ${MAX_COMPLEXITY}: ask for smaller pages or fewer fields.`,
    );
  const pages = pagesOf(operation);
  if (pages > MAX_PAGES)
    throw refusal(
      `The answer would have up to ${pages} pages of lists, and the limit is ${MAX_PAGES}: ask for smaller pages, or for fewer lists within lists.`,
    );
}

/** The first place at which wrong variables cause an error. */
function tryComplexity(operation: Operation): number {
  try {
    return complexityOf(operation);
  } catch (error) {
    if (error instanceof GraphQLError) throw refusal(error.message);
    throw error;
  }
}

function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}

/** What a field counts, and what a page of a connection counts. */
interface Weights {
  field: number;
  page: number;
}

const estimatorOf =
  (weights: Weights): ComplexityEstimator =>
  ({ field, args, childComplexity }) => {
    const type = getNullableType(field.type);
    if (getNamedType(type).name.endsWith('Connection')) return weights.page + pageSize(args) * childComplexity;
    // `nodes` and `edges` count as one item here, because the page size is an argument of the connection, which multiplies their cost.
    const paged = field.name === 'nodes' || field.name === 'edges';
    return weights.field + (isListType(type) && !paged ? UNPAGED : 1) * childComplexity;
  };

function pageSize({ first, last }: Record<string, unknown>): number {
  const size = first ?? last;
  return typeof size === 'number' ? Math.max(1, size) : DEFAULT_FIRST;
}
