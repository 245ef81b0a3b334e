import { withoutBearer } from '@rollcall/platform';

/** The token of a SCIM client's Authorization header, with or without the scheme `Bearer`; undefined for any other scheme. */
export function scimTokenOf(authorization: string | undefined): string | undefined {
  return /^[^\s,]+$/.exec(withoutBearer(authorization ?? ''))?.[0];
}
