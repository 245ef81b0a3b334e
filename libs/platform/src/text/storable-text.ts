const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether PostgreSQL can store the text in a column of type text or jsonb. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !LONE_SURROGATE.test(text);
}
