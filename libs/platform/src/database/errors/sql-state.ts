/** The five-character SQLSTATE of a PostgreSQL error. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** The name of the violated unique constraint or index (SQLSTATE 23505), otherwise undefined. */
export function uniqueViolation(error: unknown): string | undefined {
  return sqlState(error) === '23505' ? (error as { constraint?: string }).constraint : undefined;
}

/** SQLSTATE class 22, data exception: a number out of range, a text that is no uuid, a character that cannot be stored. */
export function isUnfitValue(error: unknown): boolean {
  return sqlState(error)?.startsWith('22') === true;
}
