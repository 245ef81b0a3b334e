/** What a failed connection says, also where each of a name's addresses failed (Node's AggregateError has no message of its own). */
export function databaseErrorMessage(error: unknown): string {
  const { message, errors } = error as AggregateError;
  return message || ((errors as Error[] | undefined)?.[0]?.message ?? String(error));
}
