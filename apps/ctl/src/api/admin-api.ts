import type { TypedDocumentString } from '../gql/graphql.js';

/** Background work that a command may need: `COMPARE` reads Okta, `REPAIR` also writes to it, `ENROLL` makes enrollment links. */
export type BackgroundWork = 'COMPARE' | 'REPAIR' | 'ENROLL';

/** The GraphQL admin API, either of a running server or in this process. */
export interface AdminApi {
  /** @throws ApiRefusal */
  request<R, V>(document: TypedDocumentString<R, V>, variables: V): Promise<R>;
  /** Runs a worker for this kind of work if the API is in this process. A server has its own workers. */
  work(kind: BackgroundWork): Promise<void>;
  close(): Promise<void>;
}

/** An error of the API, with its `extensions.code`. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface GraphqlAnswer {
  data?: unknown;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

export function isGraphqlAnswer(body: unknown): body is GraphqlAnswer {
  return typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
}

/** The data of a GraphQL answer. @throws ApiRefusal with the first error of the answer */
export function dataOf<T>({ data, errors }: GraphqlAnswer): T {
  const first = errors?.[0];
  if (first) throw new ApiRefusal(String(first.extensions?.['code'] ?? 'INTERNAL'), first.message);
  return data as T;
}
