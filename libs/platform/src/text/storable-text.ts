const LONE_SURROGATE = /\p{Surrogate}/u;

/** Is this text that PostgreSQL can hold, in text and jsonb? */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !LONE_SURROGATE.test(text);
}
