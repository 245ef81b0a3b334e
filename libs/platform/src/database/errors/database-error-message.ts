/** The message of a connection error. Node's AggregateError, thrown when every address of a name failed, has none of its own. */
export function databaseErrorMessage(error: unknown): string {
  const { message, errors } = error as AggregateError;
  return message || ((errors as Error[] | undefined)?.[0]?.message ?? String(error));
}
