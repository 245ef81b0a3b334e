/** The value of a cookie in a Cookie header (RFC 6265 §5.4); undefined when it is missing or empty. The value is not decoded. */
export function cookieValue(cookieHeader: string | undefined, wanted: string): string | undefined {
  for (const pair of cookieHeader?.split(';') ?? []) {
    const [name = '', value] = pair.split('=', 2);
    if (name.trim() === wanted) return value?.trim() || undefined;
  }
  return undefined;
}
