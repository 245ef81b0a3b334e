/** The token of an `Authorization: Bearer …` header (RFC 6750 §2.1; the scheme is case-insensitive, RFC 9110 §11.1). */
export function bearerTokenOf(authorization: string | undefined): string | undefined {
  return /^Bearer +([^\s]+) *$/i.exec(authorization ?? '')?.[1];
}
