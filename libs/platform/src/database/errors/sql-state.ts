/** The five-character SQLSTATE of a PostgreSQL error. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** The name of the unique constraint or index that a statement violated (SQLSTATE 23505); undefined for other errors. */
export function uniqueViolation(error: unknown): string | undefined {
  return sqlState(error) === '23505' ? (error as { constraint?: string }).constraint : undefined;
}

/**
 * Whether PostgreSQL refused a value (SQLSTATE class 22, data exception): a number out of range, a text that is not a uuid, a character
 * that it cannot store.
 */
export function isUnfitValue(error: unknown): boolean {
  return sqlState(error)?.startsWith('22') === true;
}
