/** The message of a connection error. Node throws an AggregateError without a message when all addresses of a host name failed. */
export function databaseErrorMessage(error: unknown): string {
  const { message, errors } = error as AggregateError;
  return message || ((errors as Error[] | undefined)?.[0]?.message ?? String(error));
}
