import type { TypedDocumentString } from '../gql/graphql';
import { ApiError, type FieldFault, toApiErrorCode } from './api-error';
import { noteAnswered, noteLost } from './connection';

interface Answer<R> {
  data?: R | null;
  errors?: { message: string; extensions?: { code?: unknown; field?: unknown; fieldFaults?: FieldFault[] } }[];
}

/** Sends one GraphQL operation and returns its data. @throws ApiError */
export async function request<R, V>(
  document: TypedDocumentString<R, V>,
  variables: V,
  signal?: AbortSignal,
): Promise<R> {
  const answer = await post<R>({ query: document.toString(), variables }, signal);
  const [error] = answer.errors ?? [];
  // A server without its database answers, but cannot send new data. The page treats it like a lost connection.
  if (error?.extensions?.code === 'UNAVAILABLE') noteLost();
  else noteAnswered();
  if (error) {
    const { code, field, fieldFaults } = error.extensions ?? {};
    const { message } = error;
    throw new ApiError(
      toApiErrorCode(code),
      message,
      fieldFaults ?? (typeof field === 'string' ? [{ field, message }] : []),
    );
  }
  if (answer.data === undefined || answer.data === null) throw ApiError.unreachable();
  return answer.data;
}

async function post<R>(body: object, signal?: AbortSignal): Promise<Answer<R>> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
    return (await response.json()) as Answer<R>;
  } catch (error) {
    if (signal?.aborted) throw error;
    noteLost();
    throw ApiError.unreachable();
  }
}
