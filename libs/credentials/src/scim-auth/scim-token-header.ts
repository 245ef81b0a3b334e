/**
 * The token of an Authorization header as SCIM clients send it: `Bearer …` in any case, twice when an admin typed the scheme into a field
 * that adds it, or the bare token of Okta's "HTTP header" apps. Undefined for any other scheme.
 */
export function scimTokenOf(authorization: string | undefined): string | undefined {
  return /^\s*(?:Bearer\s+)*([^\s,]+)\s*$/i.exec(authorization ?? '')?.[1];
}
